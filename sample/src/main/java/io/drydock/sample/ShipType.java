package io.drydock.sample;

import io.drydock.sample.ship.AircraftCarrier;
import io.drydock.sample.ship.CargoShip;
import io.drydock.sample.ship.CruiseShip;
import io.drydock.sample.ship.Ship;
import io.drydock.sample.ship.Tanker;
import io.drydock.sample.ship.Warship;

/** The five classes, with the codes and about the shares of the public ship challenge. */
public enum ShipType {
    CARGO("1", "Cargo", 0.34),
    MILITARY("2", "Military", 0.187),
    CARRIER("3", "Carrier", 0.147),
    CRUISE("4", "Cruise", 0.133),
    TANKERS("5", "Tankers", 0.193);

    private final String code;
    private final String title;
    private final double share;

    ShipType(String code, String title, double share) {
        this.code = code;
        this.title = title;
        this.share = share;
    }

    /** What the CSV says. */
    public String code() {
        return code;
    }

    /** What people read. */
    public String title() {
        return title;
    }

    /** Share of the set, in (0, 1). */
    public double share() {
        return share;
    }

    Ship ship() {
        return switch (this) {
            case CARGO -> new CargoShip();
            case MILITARY -> new Warship();
            case CARRIER -> new AircraftCarrier();
            case CRUISE -> new CruiseShip();
            case TANKERS -> new Tanker();
        };
    }
}
