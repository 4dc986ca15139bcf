# Sourced by `homeostat`: keeps classes that are loaded and linked already, and what the compiler learnt of them, in a
# cache beside the program, so that a command starts sooner. The JVM takes no cache that does not fit it.

start_cache() {
  printf '%s' "$1/cli/target/homeostat.aot"
}

# Makes the cache of a program that has none, once; without one everything works as well, only later.
#   root, class path, then the command with its options
make_start_cache() {
  local root=$1 path=$2 cache jar work
  shift 2
  cache=$(start_cache "$root")
  jar=$(built_jar "$root")
  if [ -d "$cache.making" ] && [ -z "$(find "$cache.making" -maxdepth 0 -mmin -10)" ]; then
    rm -rf "$cache.making" # of a process that was killed
  fi
  if [ "$cache" -nt "$jar" ] || [ ! -w "$root/cli/target" ] || ! mkdir "$cache.making" 2>/dev/null; then
    return 0
  fi
  trap 'rm -rf "$cache.making"' EXIT
  echo "preparing faster starts (once, some seconds) ..." >&2
  work=$cache.making
  if ! "$@" -XX:AOTCacheOutput="$work/cache" -cp "$path" homeostat.cli.Main run whole-brain run.dir="$work" run.threads=1 \
    wiring.generated_neurons=20000 simulation.duration=3 simulation.trials=2 >"$work/log" 2>&1 </dev/null \
    || [ ! -s "$work/cache" ]; then
    : >"$work/cache" # an empty one: not tried again before the next build
  fi
  mv "$work/cache" "$cache"
  rm -rf "$work"
  trap - EXIT
}
