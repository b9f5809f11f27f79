using System.Text.Json;
using ChangeRelease.Domain.Calendars;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace ChangeRelease.Domain.Corpora;

/// <summary>One line of a recurrence corpus: a rule, and the first starts that it has on the wall clock of its zone.</summary>
/// <remarks>
/// With <c>to</c>, or with a rule that ends, all starts are expected; otherwise a prefix of them. A start that is skipped moves forward by the gap.
/// </remarks>
internal sealed record RecurrenceCase(
    string Id, string? Rrule, LocalDateTime Start, string? Tzid, IReadOnlyList<LocalDateTime> Exdates, IReadOnlyList<LocalDateTime> Rdates,
    LocalDateTime? From, LocalDateTime? To, IReadOnlyList<string> Expected, bool IsContested) : ICorpusCase
{
    private static readonly LocalDateTimePattern _time = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");
    private static readonly ZoneLocalMappingResolver _resolver = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    private DateTimeZone Zone => Tzid is null ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb[Tzid];

    public string Question => $"{Rrule} from {_time.Format(Start)} {Zone}, since {Show(From)} to {Show(To)}";

    public static RecurrenceCase Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return new RecurrenceCase(
            root.GetProperty("id").GetString()!,
            root.GetProperty("rrule").GetString(),
            Time(root.GetProperty("dtstart"))!.Value,
            root.GetProperty("tzid").GetString(),
            Times(root.GetProperty("exdates")),
            Times(root.GetProperty("rdates")),
            Time(root.GetProperty("from")),
            Time(root.GetProperty("to")),
            [.. root.GetProperty("expected").EnumerateArray().Select(item => item.GetString()!)],
            root.GetProperty("contested").GetBoolean());
    }

    public IReadOnlyList<string> Answer()
    {
        var set = Set();
        var (bound, most) = (To ?? new LocalDateTime(9000, 1, 1, 0, 0), MostExpected(set));
        var last = default(Instant?);
        var found = new List<string>();
        for (var at = From ?? new LocalDateTime(1, 1, 4, 0, 0); found.Count < most;)
        {
            // A microsecond earlier, so that a start at the time itself is found.
            var search = set.Next(at.PlusNanoseconds(-1_000), new RecurrenceLimits { Bound = bound });
            if (search.Start is not { } start)
            {
                break;
            }

            var resolved = Zone.ResolveLocal(start, _resolver);
            if (!(resolved.ToInstant() <= last))
            {
                found.Add(_time.Format(resolved.LocalDateTime));
            }

            (last, at) = (resolved.ToInstant(), start.PlusSeconds(1));
        }

        return found;
    }

    /// <summary>Where all are expected, one more than there are, so that one too many is seen.</summary>
    private int MostExpected(RecurrenceSet set) =>
        To is not null || Expected.Count == 0 || set.Rules.Any(rule => rule.Parts.End != RecurrenceEnd.Never) ? Expected.Count + 1 : Expected.Count;

    private RecurrenceSet Set()
    {
        RecurrenceRule[] rules = string.IsNullOrEmpty(Rrule) ? [] : [RecurrenceText.ReadRule(Rrule, RecurrenceDialect.Widened).GetValueOrThrow().In(Zone)];
        return RecurrenceSet.From(Start, rules).Plus([.. Rdates]).Except([.. Exdates]);
    }

    private static IReadOnlyList<LocalDateTime> Times(JsonElement items) => [.. items.EnumerateArray().Select(Time).OfType<LocalDateTime>()];

    private static LocalDateTime? Time(JsonElement item) => item.GetString() is { } text ? _time.Parse(text).GetValueOrThrow() : null;

    private static string Show(LocalDateTime? time) => time is { } known ? _time.Format(known) : "-";
}
