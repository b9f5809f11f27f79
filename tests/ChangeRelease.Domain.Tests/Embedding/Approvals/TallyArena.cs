using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Embedding.Rivals;

namespace ChangeRelease.Domain.Tests.Embedding.Approvals;

/// <summary>An arena in which votes are counted by hand, event by event.</summary>
internal abstract class TallyArena<TEvent> : Arena
{
    public override async Task<string?> WrongAsync(IEventStore store, TenantId tenant)
    {
        var events = await EventsAsync(store, tenant).ConfigureAwait(false);
        var (tally, content) = (new Tally(World.Ann.Id), Digest.Zero);
        foreach (var happened in events)
        {
            See(tally, happened, content);
            content = HeaderOf(happened).Content;
        }

        tally.Compare(VotesAfter(events));
        return tally.Wrong;
    }

    protected abstract StreamId VotedIn(TenantId tenant);

    protected abstract TEvent Read(EventRecord record);

    protected abstract EventHeader HeaderOf(TEvent happened);

    protected abstract ValueList<Vote> VotesAfter(IReadOnlyList<TEvent> events);

    /// <summary>Counts what an event says of the votes.</summary>
    /// <param name="tally">The count.</param>
    /// <param name="happened">The event.</param>
    /// <param name="content">What was voted on when it happened.</param>
    protected abstract void See(Tally tally, TEvent happened, Digest content);

    protected async Task<List<TEvent>> EventsAsync(IEventStore store, TenantId tenant) =>
        [.. (await World.Records(store, VotedIn(tenant)).ConfigureAwait(false)).Select(Read)];
}
