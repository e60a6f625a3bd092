#!/usr/bin/env bash
# Prints what is outdated: the versions in the properties of pom.xml (libraries and plugins) and of direct dependencies that a
# BOM manages. CONTRIBUTING.md says how often it is run and what follows.
set -euo pipefail
cd "$(dirname "$0")/../.."
./mvnw --batch-mode --no-transfer-progress \
  versions:display-property-updates versions:display-dependency-updates -DprocessDependencyManagement=false "$@" |
  grep -E -- '->|are available|up.to.date|latest|ERROR'
