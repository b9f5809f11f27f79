using ChangeRelease.Domain.History;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What all streams in memory share: the order of everything, and what is still to be told, under one lock.</summary>
internal sealed class CommonLog
{
    private readonly Lock _gate = new();
    private readonly List<FeedEntry> _feed = [];
    private readonly List<OutboxMessage> _pending = [];

    public void Add(IReadOnlyList<EventRecord> records, IReadOnlyList<OutboxMessage> messages)
    {
        lock (_gate)
        {
            _feed.AddRange(records.Select((record, place) => new FeedEntry(_feed.Count + place + 1, record)).ToList());
            _pending.AddRange(messages);
        }
    }

    public FeedEntry[] After(long position)
    {
        lock (_gate)
        {
            return position >= _feed.Count ? [] : [.. _feed.Skip((int)position)];
        }
    }

    public OutboxMessage[] Pending()
    {
        lock (_gate)
        {
            return [.. _pending];
        }
    }

    public void Settle(OutboxMessage message)
    {
        lock (_gate)
        {
            _pending.Remove(message);
        }
    }
}
