using System.Runtime.CompilerServices;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;

namespace ChangeRelease.Domain.Embedding;

/// <summary>What a change has to be told, by whom, and as of which version of it.</summary>
internal sealed record DueTiding(Tiding Tiding, Actor Actor, long Version);

/// <summary>Keeps the changes aboard a release in step with it: what is left to be told follows from their streams, whatever crashed.</summary>
internal sealed class TidingOffice(IEventStore store, TenantId tenant, ChangeDesk changes)
{
    private readonly Journal<Release, ReleaseEvent> _releases = new(store, Streams.Releases);

    public async ValueTask<List<DueTiding>> ReadAsync(ReleaseId id, CancellationToken cancellation)
    {
        var (due, causes) = (new List<DueTiding>(), new ReleaseCauses());
        var release = (await _releases.ReadAsync(Streams.Of(tenant, id), causes.See, cancellation).ConfigureAwait(false)).Subject;
        foreach (var carried in release?.Content.Changes ?? [])
        {
            if (await NextAsync(release!, carried, causes, cancellation).ConfigureAwait(false) is { } tiding)
            {
                due.Add(tiding);
            }
        }

        return due;
    }

    /// <summary>Tells everything, in rounds: what a change is told may make room for the next thing. A change that nothing happened to is not told again.</summary>
    public async IAsyncEnumerable<(Tiding Tiding, Outcome<ChangeRequest, ChangeEvent> Outcome)> TellAsync(
        ReleaseId id, IProgress<long>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (told, over) = (0L, new HashSet<ChangeId>());
        while ((await ReadAsync(id, cancellation).ConfigureAwait(false)).FindAll(due => !over.Contains(due.Tiding.Change)) is { Count: > 0 } dues)
        {
            foreach (var due in dues)
            {
                cancellation.ThrowIfCancellationRequested();
                var outcome = await HandInAsync(id, due, cancellation).ConfigureAwait(false);
                if (outcome.Events.Count == 0)
                {
                    over.Add(due.Tiding.Change);
                }

                progress?.Report(++told);
                yield return (due.Tiding, outcome);
            }
        }
    }

    private ValueTask<Outcome<ChangeRequest, ChangeEvent>> HandInAsync(ReleaseId id, DueTiding due, CancellationToken cancellation) =>
        changes.FollowAsync(due.Tiding.Change, due.Tiding.Command, due.Actor, IdentityOf(id, due), due.Tiding.Causation, cancellation);

    // Of a version of the change: put aside and scheduled anew, it may have to be told the same again.
    private static CommandId IdentityOf(ReleaseId id, DueTiding due) => OfficeStep.Named(
        "tell", FormattableString.Invariant($"{id}\n{due.Tiding.Causation}\n{due.Version}\n{DomainJson.Discriminator(typeof(ChangeCommand), due.Tiding.Command.GetType())}"));

    private async ValueTask<DueTiding?> NextAsync(Release release, ChangeId carried, ReleaseCauses causes, CancellationToken cancellation)
    {
        var change = await changes.FindAsync(carried, cancellation).ConfigureAwait(false);
        if (change is null || ReleaseTidings.For(release, change) is not { } command)
        {
            return null;
        }

        var cause = causes.Of(command);
        return new DueTiding(new Tiding(carried, command, cause.Command), cause.Actor, change.Version);
    }
}
