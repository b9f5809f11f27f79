using System.Globalization;
using System.Text;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Testing;

/// <summary>Records to append. Stores judge no chain, so these link to nothing in particular.</summary>
internal static class Drafts
{
    public static Instant Noon { get; } = Instant.FromUtc(2026, 11, 2, 12, 0);

    private static readonly ActorId Ann = new("ann");

    /// <summary>The outcome of a command: so many records after a version.</summary>
    public static List<EventRecord> Batch(StreamId stream, long after, string command, int count = 1) =>
        [.. Enumerable.Range(1, count).Select(place => One(stream, after + place, command, payload: Counted(place)))];

    public static EventRecord One(
        StreamId stream, long version, string command, string payload = "{}", Instant? at = null, string type = "contract-tried", string? causation = null, string? actor = null) =>
        EventRecord.Create(
            stream,
            version,
            new Stamp(at ?? (Noon + Duration.FromMilliseconds(version)), Actor.Human(actor is null ? Ann : new ActorId(actor)), new CommandId(command)),
            causation is null ? null : new CommandId(causation),
            type,
            Encoding.UTF8.GetBytes(payload),
            version == 1 ? Digest.Zero : Digest.Of(Encoding.UTF8.GetBytes(version.ToString(CultureInfo.InvariantCulture))));

    private static string Counted(int place) => string.Create(CultureInfo.InvariantCulture, $"{{\"place\":{place}}}");
}
