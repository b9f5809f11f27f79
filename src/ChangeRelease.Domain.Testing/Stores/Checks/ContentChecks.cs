using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.History;
using NodaTime;
using static ChangeRelease.Domain.Testing.Drafts;

namespace ChangeRelease.Domain.Testing;

/// <summary>A record comes back as it went in (S-73).</summary>
internal static class ContentChecks
{
    private static readonly Instant Summer = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static readonly Instant Winter = Instant.FromUtc(2027, 1, 1, 0, 0);

    private static readonly string[] Payloads =
    [
        """{"b":1,"a":2}""",
        """{"a":1,"a":2}""",
        """{ "spaced" : [ 1 , 2 ] }""",
        """{"numbers":[1.0,1,1e2,100,0.1000,12345678901234567890.5,-0]}""",
        """{"escapes":"\u00e9\/\u0041"}""",
        """{"letters":"é é Å Å ß ﬁ 漢字 🚀 \\ ' ; -- %"}""",
        """{"instant":"2026-11-02T12:00:00.1200000+01:00"}""",
        """not json at all""",
        "{\"decomposed\":\"cafe\u0301\"}",
        "\ufeff{}",
    ];

    public static StoreCheck[] All { get; } =
    [
        new(
            "store.content.instant",
            "An instant comes back to the microsecond, in whatever zone the server stands, also in the hour that clocks repeat.",
            "A column keeps fewer digits, or an instant goes through the local time of a machine. A count of microseconds in an integer does neither.",
            InstantsAsync),
        new(
            "store.content.payload",
            "A payload comes back byte for byte.",
            "The database re-renders what it takes for JSON (jsonb does). Keep it as bytes, or as plain text.",
            trial => PayloadsAsync(trial, Payloads)),
        new(
            "store.content.long",
            "A long payload, and names as long as they may be, come back whole.",
            "A column is too short, or counts bytes where names count characters; or only the beginning of a name is compared.",
            LongAsync),
        new(
            "store.content.blanks",
            "Blanks and line ends at either end of a payload come back.",
            "Text is trimmed, or kept in a column of fixed length.",
            trial => PayloadsAsync(trial, ["{} ", " {}", "{}\n", "{}\r\n\t ", " "])),
        new(
            "store.content.nothing",
            "No causation comes back as none, and an empty payload as empty.",
            "Null and the empty text are kept alike.",
            NothingAsync),
        new(
            "store.content.type",
            "Records of types and of actors that nobody knows come back like any other.",
            "What is read is turned into types of the application, and left out where there is none; or names of people are folded.",
            TypesAsync),
    ];

    private static async Task InstantsAsync(StoreTrial trial)
    {
        var stream = trial.Stream();
        Instant[] instants = [.. Instants().Distinct().Order()];
        await InAndOutAsync(trial, stream, [.. instants.Select((at, place) => One(stream, place + 1, "cmd-1", at: at))]).ConfigureAwait(false);
    }

    // Around every change of clocks of a year anywhere: half an hour before it and after it the same clock shows the same time, somewhere.
    private static IEnumerable<Instant> Instants() => DateTimeZoneProviders.Tzdb.Ids
        .SelectMany(id => DateTimeZoneProviders.Tzdb[id].GetZoneIntervals(Summer, Winter))
        .Where(interval => interval.HasStart && interval.Start > Summer)
        .SelectMany(interval => new[] { interval.Start - Duration.FromMinutes(30), interval.Start, interval.Start + Duration.FromMinutes(30) })
        .Append(Instant.FromUnixTimeTicks(-1234567890))
        .Append(Noon + Duration.FromNanoseconds(123_456_000))
        .Append(Noon + Duration.FromNanoseconds(999_999_000))
        .Append(Instant.FromUtc(1, 1, 1, 0, 0))
        .Append(Instant.FromUtc(9999, 12, 31, 23, 59, 59) + Duration.FromNanoseconds(999_999_000));

    private static Task PayloadsAsync(StoreTrial trial, IReadOnlyList<string> payloads)
    {
        var stream = trial.Stream();
        return InAndOutAsync(trial, stream, [.. payloads.Select((payload, place) => One(stream, place + 1, "cmd-1", payload))]);
    }

    private static async Task LongAsync(StoreTrial trial)
    {
        var (rockets, letters) = (string.Concat(Enumerable.Repeat("🚀", 128)), new string('漢', 256));
        var stream = trial.Stream(key: letters, kind: new string('k', 256));
        await InAndOutAsync(
            trial,
            stream,
            [
                One(stream, 1, rockets, new string('x', 256)),
                One(stream, 2, rockets, new string('x', 70_000), type: letters, causation: letters, actor: rockets),
                One(stream, 3, rockets, $"{{\"text\":\"{string.Concat(Enumerable.Repeat("漢字 ", 100_000))}\"}}"),
            ]).ConfigureAwait(false);

        // Alike up to the last character.
        var twin = trial.Stream(key: letters[..^1] + "字", kind: new string('k', 256));
        await trial.ReadShouldAsync(twin, []).ConfigureAwait(false);
        await trial.AppendShouldAsync(new Appended(1), Batch(twin, 0, rockets)).ConfigureAwait(false);
        await trial.AppendShouldAsync(new Appended(2), Batch(twin, 1, rockets[..^2] + "🚁")).ConfigureAwait(false);
    }

    private static Task NothingAsync(StoreTrial trial)
    {
        var stream = trial.Stream();
        return InAndOutAsync(
            trial,
            stream,
            [One(stream, 1, "cmd-1", causation: "cause"), One(stream, 2, "cmd-1"), One(stream, 3, "cmd-1", payload: string.Empty), One(stream, 4, "cmd-1", causation: "null", payload: "null")]);
    }

    private static async Task TypesAsync(StoreTrial trial)
    {
        var (stream, other) = (trial.Stream(), trial.Stream("CHG-2"));
        await InAndOutAsync(trial, stream, [.. ((string[])["change-opened", "of-the-next-version", "Of.Another.Maker, v2", "é"]).Select((type, place) => One(stream, place + 1, "cmd-1", type: type))]).ConfigureAwait(false);
        await InAndOutAsync(trial, other, [.. ((string[])["Ann", "ANN", "caf\u00e9", "cafe\u0301", "svc:deploy/1"]).Select((actor, place) => One(other, place + 1, "cmd-1", actor: actor))]).ConfigureAwait(false);
    }

    private static async Task InAndOutAsync(StoreTrial trial, StreamId stream, EventRecord[] records)
    {
        await trial.AppendShouldAsync(new Appended(records.Length), records).ConfigureAwait(false);
        await trial.ReadShouldAsync(stream, records).ConfigureAwait(false);
    }
}
