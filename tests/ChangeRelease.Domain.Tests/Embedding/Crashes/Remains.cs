using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Tests.Embedding.Crashes;

/// <summary>The records that a store has, read without any desk.</summary>
internal sealed class Remains
{
    private readonly Dictionary<StreamId, List<EventRecord>> _records = [];

    public static async Task<Remains> OfAsync(IEventStore store, Cast cast)
    {
        var remains = new Remains();
        foreach (var stream in cast.Streams)
        {
            remains._records.Add(stream, await World.Records(store, stream).ConfigureAwait(false));
        }

        return remains;
    }

    public IEnumerable<EventRecord> All => _records.Values.SelectMany(records => records);

    public IReadOnlyList<EventRecord> Of(StreamId stream) => _records[stream];

    /// <summary>Whether both hold the same, byte for byte: records are bound by their hashes.</summary>
    public bool Equal(Remains other) => All.Select(record => record.Hash).SequenceEqual(other.All.Select(record => record.Hash));

    /// <summary>What is not as it must be after a crash: everything acknowledged before and since, what was under way whole or not at all, and nothing else.</summary>
    public IEnumerable<string> Wrong(Remains before, DyingStore died)
    {
        foreach (var (stream, records) in _records)
        {
            var due = before.Of(stream).Concat(died.Acknowledged.Where(record => record.Stream == stream)).Select(record => record.Hash).ToList();
            var more = died.UnderWay.Where(record => record.Stream == stream).Select(record => record.Hash);
            var there = records.Select(record => record.Hash).ToList();
            if (!there.SequenceEqual(due) && !there.SequenceEqual(due.Concat(more)))
            {
                yield return FormattableString.Invariant($"{stream} has {there.Count} records, {due.Count} were acknowledged");
            }

            if (!HashChain.Verify(stream, records).IsIntact)
            {
                yield return $"{stream} is not intact";
            }
        }
    }

    /// <summary>Whether a command that a desk accepted is there.</summary>
    public bool Has(CommandId command, Answer told) =>
        told.Events == 0 || (_records[told.Stream].Count >= told.Version && _records[told.Stream].Any(record => record.Command == command));
}
