package dev.codeheals.proof;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What each proof has to reach.
final class Goals {
    private static final String LIST = """
            S1 1,000 kills: none torn, missing or of another mode; no acknowledged record lost; no temporary file after the next start
            S2 a kill at every step: all old or all new; the next start takes at most 1 s
            S3 500 promotions: bytes, exchange, folder, commit reach the disk in this order
            S5 7 faults at every step: files as they were, told, usable afterwards
            S6 256 amounts of free space: files, records and log whole; goes on once there is room
            S7 15,000 saves by rename and 15,000 in place: no byte lost, every conflict told
            S8 500 changes of one byte, same size and time: none overwritten
            S9 200 starts of 2 to 8 at once: one owner; free at most 1 s after its kill
            S10 4 processes, 10,000 records: none lost, none refused
            S11 500 damaged stores: no crash, no false record, a start takes at most 3 s
            S12 read-only, deleted, replaced by a file: no crash, told, nothing lost
            S13 every older version migrated after a backup; a newer one read, not changed
            S14 clock set, sleep: order kept, waits at most 1 s wrong
            S15 1,000 records with one bit changed: all found
            S16 10,000 rounds: memory at most 1 MB a thousand, threads and files flat, at most 5 KB of store each
            P1 200 refused without a trace, 200 twins accepted, at most 50 ms each
            P2 20,000 promotions under attack: nothing written outside
            P3 100,000: no exception, p99 at most 20 ms; what is accepted, git applies too
            P4 240 files or more: every byte outside the hunk the same, or refused
            P5 mode, owner, group, attributes, links: kept or refused
            P6 1,000 undone after a restart: bytes, mode and time the same
            P7 100 shown and flagged; none of 500 honest ones flagged
            P8 all go to a person; at most 5 % of honest repairs do
            D3 200 faked places: none suspected, none edited
            D4 20,000 files: none missed
            D5 told once, below 1 % of a core, goes on when it is back
            D6 no stall above 100 ms
            D7 1,000 files: no crash, told by name, no match above 20 ms
            D8 foreign hosts, foreign pages, wrong tokens: all refused
            D9 data and logs: for the owner alone, bounded, no secret
            """;

    private Goals() {}

    /// By the id of their rows.
    static Map<String, String> all() {
        return LIST.lines().collect(Collectors.toMap(line -> line.substring(0, line.indexOf(' ')), line -> line.substring(line.indexOf(' ') + 1),
                (one, _) -> one, TreeMap::new));
    }
}
