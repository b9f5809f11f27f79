using System.Text;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using NodaTime;

namespace ChangeRelease.Domain.Tests.History;

/// <summary>A history of a few streams, mixed as time mixes them, with two checkpoints on the way: made from dice.</summary>
internal sealed class Archive
{
    private static readonly StreamId[] Streams =
    [
        Chains.Stream("acme", "change", "CHG-1"),
        Chains.Stream("acme", "change", "CHG-2"),
        Chains.Stream("acme", "release", "CHG-1"),
        Chains.Stream("umbrella", "change", "CHG-1"),
        Chains.Stream("a/b", "template", "T%2F1"),
    ];

    public Archive(Random dice)
    {
        List<EventRecord> records = [];
        var last = new Dictionary<StreamId, EventRecord>();
        var cuts = new[] { dice.Next(8, 30), dice.Next(30, 55) };
        for (var number = 0; number < 64; number++)
        {
            if (cuts.Contains(number))
            {
                Take(last);
            }

            var stream = Streams[dice.Next(dice.Next(1, Streams.Length + 1))];
            records.Add(last[stream] = Next(stream, last.GetValueOrDefault(stream), dice, number));
        }

        Records = [.. records];
    }

    /// <summary>All records, in the order in which they happened.</summary>
    public EventRecord[] Records { get; }

    /// <summary>What is kept elsewhere.</summary>
    public List<KeptCheckpoint> Checkpoints { get; } = [];

    /// <summary>The same with another content, and well chained to what is before it.</summary>
    public static EventRecord Again(EventRecord record, EventRecord? previous, StreamId? stream = null, byte[]? payload = null) => EventRecord.Create(
        stream ?? record.Stream,
        (previous?.Version ?? 0) + 1,
        new Stamp(Instant.Max(record.At, previous?.At ?? record.At), Actor.Human(record.Actor), record.Command),
        record.Causation,
        record.Type,
        payload ?? record.Payload.Span,
        previous?.Hash ?? Digest.Zero);

    private static EventRecord Next(StreamId stream, EventRecord? previous, Random dice, int number) => EventRecord.Create(
        stream,
        (previous?.Version ?? 0) + 1,
        Chains.Stamp($"cmd-{number}", dice.Next(2) == 0 ? "dana" : "eve\u00E9", Chains.Noon + Duration.FromSeconds(number)),
        dice.Next(3) == 0 ? new CommandId($"cmd-{number - 1}") : null,
        previous is null ? "opened" : "annotated",
        Encoding.UTF8.GetBytes($$"""{"n":{{number}},"note":"{{new string('x', dice.Next(40))}}"}"""),
        previous?.Hash ?? Digest.Zero);

    private void Take(Dictionary<StreamId, EventRecord> last)
    {
        var heads = StreamHeads.Of(last.Values.Select(record => new StreamHead(record.Stream, record.Version, record.Hash)));
        Checkpoints.Add(new KeptCheckpoint(Checkpoint.Of(Checkpoints.LastOrDefault()?.Checkpoint, Chains.Noon, heads), heads));
    }
}
