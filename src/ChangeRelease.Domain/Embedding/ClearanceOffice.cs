using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Finds how the changes aboard a release stand, in their own streams.</summary>
internal sealed class ClearanceOffice(IEventStore store, TenantId tenant)
{
    private readonly Journal<ChangeRequest, ChangeEvent> _changes = new(store, Streams.Changes);

    /// <summary>A change; null when there is none.</summary>
    public async ValueTask<ChangeRequest?> FindAsync(ChangeId id, CancellationToken cancellation) =>
        (await _changes.ReadAsync(Streams.Of(tenant, id), cancellation).ConfigureAwait(false)).Subject;

    /// <summary>Every carried change that exists.</summary>
    public async ValueTask<ValueList<Clearance>> OfAsync(Release release, Stamp stamp, CancellationToken cancellation)
    {
        var clearances = new List<Clearance>();
        foreach (var id in release.Content.Changes.Distinct())
        {
            var heads = new Dictionary<long, Digest>();
            if ((await _changes.ReadAsync(Streams.Of(tenant, id), record => heads[record.Version] = record.Hash, cancellation).ConfigureAwait(false)).Subject is { } change)
            {
                clearances.Add(Of(release, change, heads, stamp));
            }
        }

        return clearances.ToValueList();
    }

    private static Clearance Of(Release release, ChangeRequest change, Dictionary<long, Digest> heads, Stamp stamp) =>
        new(change.Id, change.Status.Name, change.MayGoWith(release.Id, release.Slots), IsAuthorized(change) ? change.Digest : null)
        {
            Permits = change.Permits.GroupBy(standing => standing.Permit.Environment).Select(standings => Checked(change, standings.Last().Permit, heads, stamp)).ToValueList(),
        };

    private static Instant Within(Permit permit, Instant at) => Instant.Min(Instant.Max(at, permit.NotBefore), permit.NotAfter);

    private static bool IsAuthorized(ChangeRequest change) => change.Status.Phase == Phase.Ready || change.Status.Phase == Phase.Realization;

    // What is about to begin, and whether it is time, the release compares itself; here it is asked what the change's history says.
    private static DeploymentPermit Checked(ChangeRequest change, Permit permit, Dictionary<long, Digest> heads, Stamp stamp) =>
        new(permit.Environment, permit.Digest, permit.Content, permit.NotBefore, permit.NotAfter)
        {
            Objections = PermitCheck.Check(new PermitCase(permit, permit.Environment, permit.Content, stamp.Actor, Within(permit, stamp.At)) { Change = change, HeadThere = heads.GetValueOrDefault(permit.Version) }).Refusals,
        };
}
