# The developer's day. `make help` lists the targets.
MVN ?= mvn -ntp -q
MVN_LOUD ?= mvn -ntp
# The seeds that docs/cleaning.md reports; in a variable, since a comma would end an argument of $(or).
REPORT_SEEDS := 2,3,4
.DEFAULT_GOAL := help
.PHONY: help demo studio test fast format bench study-duplicates study-nested study-noise study-remaining study-several dist

help: ## This list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 20

demo: ## A synthetic ship set from drawing to submission, in about three minutes
	./drydock demo demo-workspace --force

studio: ## The page on which to judge images; WORKSPACE=folder names another than demo-workspace
	./drydock studio -w $(or $(WORKSPACE),demo-workspace)

test: ## Everything: checks, unit tests, slow tests, the packaged distribution
	$(MVN_LOUD) verify

fast: ## Unit tests without the slow ones and without static checks
	$(MVN_LOUD) -Dquick -Dtest.excluded.groups=slow test

format: ## Format all sources
	$(MVN) spotless:apply

bench: ## Images a second; PEER=/path/to/python adds PyTorch and ONNX Runtime to the same table
	$(MVN) -Dquick -Dmaven.test.skip=true -Drun.bench -Dbench.peer=$(PEER) -pl bench -am package

study-duplicates: ## Recall on injected copies and every pair found on the ships; HALF=choose for the other half
	$(MVN) -Dquick -Dmaven.test.skip=true -Drun.study.duplicates -Dstudy.half=$(or $(HALF),report) -pl bench -am package

study-noise: ## How wrong labels are found: plants them in memory. WORKSPACE=DIR [PAIR=1,5] [SEEDS=2,3,4]
	$(MVN) -Dquick -Dmaven.test.skip=true -Drun.study.noise -Dstudy.workspace=$(abspath $(WORKSPACE)) -Dstudy.pair=$(PAIR) \
		-Dstudy.seeds=$(or $(SEEDS),$(REPORT_SEEDS)) -pl bench -am package

study-nested: ## What it changes that the probe's weights are computed inside each fold. WORKSPACE=DIR
	$(MVN) -Dquick -Dmaven.test.skip=true -Drun.study.nested -Dstudy.workspace=$(abspath $(WORKSPACE)) -pl bench -am package

study-remaining: ## How the interval of remaining wrong labels holds on simulated sets. [SETS=200]
	$(MVN) -Dquick -Dmaven.test.skip=true -Drun.study.remaining -Dstudy.sets=$(or $(SETS),200) -pl bench -am package

study-several: ## How pictures of several subjects are told: puts some together from a set's own. WORKSPACE=DIR
	$(MVN) -Dquick -Dmaven.test.skip=true -Drun.study.several -Dstudy.workspace=$(abspath $(WORKSPACE)) -pl bench -am package

dist: ## zip and tar.gz for this platform, under cli/target
	$(MVN) -Dquick -Dmaven.test.skip=true -Pdist -pl cli -am package
	@ls -1 cli/target/drydock-*.zip cli/target/drydock-*.tar.gz
