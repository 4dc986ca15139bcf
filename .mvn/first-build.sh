# Sourced by `homeostat`: builds the program on first use and when a source is newer than what was built.

# The newest jar of the program, or nothing.
built_jar() {
  local jar newest=
  for jar in "$1"/cli/target/homeostat-cli-*.jar; do
    [ -f "$jar" ] || continue
    [ -n "$newest" ] && [ "$newest" -nt "$jar" ] || newest=$jar
  done
  printf '%s' "$newest"
}

# Prints why a build is needed; nothing if it is not. Folders count as sources: their time tells of deleted files.
reason_to_build() {
  local jar built
  jar=$(built_jar "$1")
  if [ -z "$jar" ] || ! ls "$1"/cli/target/lib/homeostat-kinds-*.jar >/dev/null 2>&1; then
    printf 'first use, a minute or two'
    return
  fi
  built=$1/cli/target/built
  [ "$built" -nt "$jar" ] || built=$jar
  local sources=("$1/pom.xml") module
  for module in kernel core lab kinds cli; do
    sources+=("$1/$module/pom.xml" "$1/$module/src/main")
  done
  if [ -w "$1/cli/target" ] && [ -n "$(find "${sources[@]}" -newer "$built" -print 2>/dev/null | head -n 1)" ]; then
    printf 'the sources changed'
  fi
}

# Two first uses at once: one builds, the other waits. The lock names the process that holds it.
build_if_needed() {
  local root=$1 lock=$1/target/building reason holder status=0
  reason=$(reason_to_build "$root")
  [ -n "$reason" ] || return 0
  if ! mkdir -p "$root/target" 2>/dev/null; then
    echo "homeostat: not built yet, and $root is read-only: build it once where it can be written (./build package)." >&2
    return 2
  fi
  until mkdir "$lock" 2>/dev/null; do
    holder=$(cat "$lock/pid" 2>/dev/null || { sleep 1 && cat "$lock/pid" 2>/dev/null; }) || holder=
    if [ -z "$holder" ] || ! kill -0 "$holder" 2>/dev/null; then
      rm -rf "$lock"
    else
      sleep 0.3
    fi
  done
  echo $$ >"$lock/pid"
  trap 'rm -rf "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  reason=$(reason_to_build "$root")
  [ -z "$reason" ] || build_now "$root" "$reason" || status=$?
  rm -rf "$lock"
  trap - EXIT INT TERM
  return $status
}

build_now() {
  local root=$1 log=$1/target/first-build.log started=$1/target/build-started
  command -v mvn >/dev/null || {
    echo "homeostat: Maven 3.8 or newer is needed to build: install it and put mvn on the PATH." >&2
    return 2
  }
  echo "building Homeostat ($2) ..." >&2
  : >"$started"
  if ! (cd "$root" && mvn -q -B -ntp package -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip=true -pl cli -am) \
    >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    echo "homeostat: the build failed; its output is above and in $log." >&2
    return 70
  fi
  mv "$started" "$root/cli/target/built"
}
