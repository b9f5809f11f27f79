using System.Text;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>What anybody can see of a store, a line for each thing, once holds that nobody took up have expired.</summary>
/// <remarks>
/// It is made from the records themselves. What was entered in the ledger of emergencies counts only as far as its change's own history
/// says that it began: until then it keeps others waiting, and nothing more. That a change took a board's decision up is told to the meeting by
/// whoever comes by first, under a stamp of its own.
/// </remarks>
internal static class Sight
{
    private static readonly Duration Long = Duration.FromDays(1);

    /// <param name="records">The records.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="isWhole">Whether records are seen byte for byte; otherwise without the facts that were looked at, such as what others held for a while.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<EventRecord> records, Instant now, bool isWhole = true) =>
        [.. records.GroupBy(record => record.Stream).OrderBy(stream => stream.Key.ToString(), StringComparer.Ordinal).SelectMany(stream => Lines(stream.Key, [.. stream], records, now + Long, isWhole))];

    /// <summary>The first line in which two differ; null when there is none.</summary>
    public static string? Difference(IReadOnlyList<string> expected, IReadOnlyList<string> found)
    {
        var at = 0;
        while (at < expected.Count && at < found.Count && expected[at] == found[at])
        {
            at++;
        }

        return at == expected.Count && at == found.Count ? null : $"'{found.ElementAtOrDefault(at)}' instead of '{expected.ElementAtOrDefault(at)}'";
    }

    private static IEnumerable<string> Lines(StreamId stream, IReadOnlyList<EventRecord> own, IReadOnlyList<EventRecord> all, Instant later, bool isWhole) => stream.Kind switch
    {
        "template" => Lines(own.Select(record => TemplateJson.ReadEvent(record.Payload.Span)).Aggregate((ChangeTemplate?)null, ChangeTemplate.Fold)!),
        "emergencies" => Lines(own.Select(record => EmergencyLedgerJson.ReadEvent(record.Payload.Span)).Aggregate(EmergencyLedger.Empty, EmergencyLedger.Fold), all),
        "bookings" or "environment-bookings" => Lines(stream, own.Select(record => BookingJson.ReadEvent(record.Payload.Span)).Aggregate(BookingLedger.Empty, BookingLedger.Fold), later, isWhole),
        "meeting" => own.Select(record => FormattableString.Invariant($"{stream} {record.Version} {(record.Type.StartsWith("ruling-entered", StringComparison.Ordinal) ? record.Type : Encoding.UTF8.GetString(record.Payload.Span))}")),
        _ => own.Select(record => FormattableString.Invariant($"{stream} {record.Version} {record.Type} {record.Command} {(isWhole ? record.Hash.Hex : WithoutBasis(record))}")),
    };

    private static string WithoutBasis(EventRecord record) =>
        Encoding.UTF8.GetString(record.Payload.Span[..(record.Payload.Span.IndexOf("\"basis\":"u8) is >= 0 and var at ? at : record.Payload.Length)]);

    private static IEnumerable<string> Lines(ChangeTemplate template) =>
    [
        $"{template.Id} {template.Status} {template.Digest} {template.IsSuspended} {template.Votes}",
        .. template.Versions.Select(version => $"{template.Id} {version}"),
        .. template.Uses.Where(use => use.IsConfirmed).Select(use => FormattableString.Invariant($"{template.Id} is used by {use.Change} as version {use.Number}")).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Lines(EmergencyLedger ledger, IReadOnlyList<EventRecord> all) => ledger.Started
        .Concat(ledger.Pending.Where(entry => all.Any(record => record.Stream.Kind == "change" && record.Stream.Key == entry.Change.Value && record.Command == entry.Command)))
        .Select(entry => $"emergency {entry.Change} at {entry.At} broke glass {entry.BrokeGlass}, {entry.Services}, {entry.Debt}, owes {entry.Owed}");

    // Of several attempts to hold the same for one holder it says nothing which of them is confirmed.
    private static IEnumerable<string> Lines(StreamId stream, BookingLedger ledger, Instant later, bool isWhole) =>
    [
        .. ledger.Capacity is { } capacity ? [FormattableString.Invariant($"{stream} takes {capacity}")] : Array.Empty<string>(),
        .. ledger.Standing(later).Select(booking => $"{stream} {booking.Holder} {(isWhole || booking.Owner is not null ? booking.Command : string.Empty)} {booking.Slots} {booking.Targets}").Order(StringComparer.Ordinal),
    ];
}
