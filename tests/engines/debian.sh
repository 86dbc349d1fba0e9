#!/bin/sh
# Installs the servers and programs that the tests can use and Debian has; leaves alone what is there already.
missing=""
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need initdb postgresql
PATH="$PATH:/usr/sbin" need mariadbd "mariadb-server-core mariadb-client-core"
need javac openjdk-17-jdk-headless
need node nodejs
need npm npm
need chromium chromium

[ -z "$missing" ] && exit 0
as_root=""
[ "$(id -u)" = 0 ] || as_root="sudo -n"
$as_root apt-get update -qq
for package in $missing; do # one by one: a machine that lacks one has the others
	DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$package" >/dev/null ||
		echo "$package could not be installed; the tests that need it will skip"
done
