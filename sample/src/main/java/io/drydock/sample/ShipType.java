package io.drydock.sample;

import io.drydock.sample.ship.AircraftCarrier;
import io.drydock.sample.ship.CargoShip;
import io.drydock.sample.ship.CruiseShip;
import io.drydock.sample.ship.Ship;
import io.drydock.sample.ship.Tanker;
import io.drydock.sample.ship.Warship;

/** The five classes, with the codes and about the shares of the public ship challenge. */
public enum ShipType {
    CARGO("1", "Cargo", 0.34, new CargoShip()),
    MILITARY("2", "Military", 0.187, new Warship()),
    CARRIER("3", "Carrier", 0.147, new AircraftCarrier()),
    CRUISE("4", "Cruise", 0.133, new CruiseShip()),
    TANKERS("5", "Tankers", 0.193, new Tanker());

    private final String code;
    private final String title;
    private final double share;
    private final Ship ship;

    ShipType(String code, String title, double share, Ship ship) {
        this.code = code;
        this.title = title;
        this.share = share;
        this.ship = ship;
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
        return ship;
    }
}
