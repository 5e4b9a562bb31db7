# What a person types here is what CI runs.
JAVA_HOME := $(shell for home in "$$JAVA_HOME" "$$(realpath "$$(command -v java)" 2>/dev/null | sed 's,/bin/java$$,,')" \
	/usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$$HOME"/.sdkman/candidates/java/* "$$HOME"/.jdks/*; do \
	version=$$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$$home/release" 2>/dev/null); \
	if [ "$${version:-0}" -ge 25 ] && [ -x "$$home/bin/javac" ]; then echo "$$home"; break; fi; done)
export JAVA_HOME
export MAVEN_OPTS += --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
TERSE := -Dorg.slf4j.simpleLogger.log.org.apache.maven.cli.event.ExecutionEventListener=info -Dorg.slf4j.simpleLogger.defaultLogLevel=warn
JAR := platform/standalone/target/streamverse.jar
SOURCES := $(shell find pom.xml billing platform player-sdk tenant-admin -name target -prune -o -name node_modules -prune -o \( -path '*/src/main*' -o -path 'player-sdk/*/src/*' -o -path 'tenant-admin/src/*' -o -name pom.xml \) -print)
db ?= tenant
minutes ?= 10
MIGRATIONS := $(or $(if $(filter billing,$(db)),billing),$(if $(filter plumbing,$(db)),platform/kernel),platform/server)/src/main/resources/db/$(db)

.PHONY: help dev test bench soak check format openapi migration jdk node
help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile | expand -t 16

dev: $(JAR) ## Build what is missing and start everything; Ctrl-C stops it
	@exec "$$JAVA_HOME/bin/java" -jar $(JAR)

test: jdk node_modules/.package-lock.json ## Check everything and run every test, as CI does
	@mkdir -p target; : > target/stages; \
	stage() { name=$$1; shift; began=$$(date +%s); "$$@"; code=$$?; \
		printf '%-10s %5d s  %s\n' $$name $$(($$(date +%s) - began)) $$([ $$code -eq 0 ] && echo ok || echo FAILED) >> target/stages; return $$code; }; \
	stage prettier npm run --silent format:check && stage contract npm run --silent lint:openapi && stage tests mvn -B -fae -T 2 spotless:check verify; \
	code=$$?; cat target/stages; exit $$code

bench: jdk node_modules/.package-lock.json ## Measure, as a table and as JSON in target/bench/
	@mvn -B verify -Pbench

soak: jdk node_modules/.package-lock.json ## Run for long under load and kills: make soak [minutes=10]
	@mvn -B verify -Pbench -Dgroups=soak -Dsoak.minutes=$(minutes)

check: jdk node_modules/.package-lock.json ## Format, house rules, unused dependencies, contract: the quick part of test
	@npm run --silent format:check && mvn -B spotless:check test dependency:analyze-only@unused -Dgroups=check && npm run --silent lint:openapi

format: jdk node_modules/.package-lock.json ## Format Java, TypeScript and the poms
	@mvn -B -q spotless:apply && npm run --silent format

openapi: jdk node_modules/.package-lock.json ## Write openapi/v1.yaml anew from the controllers
	@mvn -B -q process-classes -pl openapi -am -Dexec.skip=false && git diff --stat -- openapi

migration: ## New SQL file: make migration room=catalog name=add_title [db=control|billing|plumbing]
	@echo "$(room)/$(name)/$(db)" | grep -Eq '^[a-z]+/[a-z0-9_]+/(tenant|control|billing|plumbing)$$' || { $(MAKE) -s help | grep migration; exit 1; }
	@file="$(MIGRATIONS)/V$$(date -u +%Y%m%d_%H%M)__$(room)_$(name).sql"; mkdir -p "$(MIGRATIONS)"; touch "$$file"; echo "$$file"

$(JAR): $(SOURCES) node_modules/.package-lock.json | jdk
	@echo "Building StreamVerse; the first time takes some minutes, as it fetches what it is made of."
	@MAVEN_OPTS="$(MAVEN_OPTS) $(TERSE)" mvn -B package -pl platform/standalone -am -Dmaven.test.skip=true && touch -c $(JAR)

node_modules/.package-lock.json: package.json package-lock.json $(wildcard player-sdk/*/package.json tenant-admin/package.json) | node
	@npm ci && touch $@

jdk:
	@[ -n "$$JAVA_HOME" ] || { echo "StreamVerse needs a JDK 25: install one (Temurin 25, say) or point JAVA_HOME at it."; exit 1; }
	@command -v mvn > /dev/null || { echo "StreamVerse needs Maven 3.8.7 or newer on the PATH."; exit 1; }

node:
	@node -e 'process.exit(+(parseInt(process.versions.node) < 20))' 2> /dev/null || { echo "StreamVerse needs Node 20 or newer on the PATH."; exit 1; }
