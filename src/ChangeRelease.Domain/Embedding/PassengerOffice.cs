using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Looks up passengers of trains in streams of their own.</summary>
internal sealed class PassengerOffice(IEventStore store, TenantId tenant, ChangeModelCatalog models)
{
    private readonly Journal<ChangeRequest, ChangeEvent> _changes = new(store, Streams.Changes);
    private readonly Journal<Release, ReleaseEvent> _releases = new(store, Streams.Releases);

    /// <summary>How everybody aboard stands; whoever cannot be looked up is left out, and refused where it must be known (S-4).</summary>
    public async ValueTask<ValueList<PassengerReadiness>> ReadinessAsync(TrainDeparture? departure, CancellationToken cancellation)
    {
        var known = new List<PassengerReadiness>();
        foreach (var booking in departure?.Manifest ?? [])
        {
            if (await LookUpAsync(booking.Passenger, departure!.Time.At, cancellation).ConfigureAwait(false) is { } readiness)
            {
                known.Add(readiness);
            }
        }

        return known.ToValueList();
    }

    private async ValueTask<PassengerReadiness?> LookUpAsync(TrainPassenger passenger, Instant departs, CancellationToken cancellation)
    {
        try
        {
            return new PassengerReadiness(passenger, await LacksAsync(passenger, departs, cancellation).ConfigureAwait(false));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private async ValueTask<string?> LacksAsync(TrainPassenger passenger, Instant departs, CancellationToken cancellation)
    {
        if (passenger.Kind == TrainPassengerKind.Change)
        {
            var change = (await _changes.ReadAsync(Streams.Of(tenant, new ChangeId(passenger.Id)), cancellation).ConfigureAwait(false)).Subject;
            return ChangeReadiness.Lacks(change, change is null ? null : models.Find(change.Model), departs);
        }

        var release = (await _releases.ReadAsync(Streams.Of(tenant, new ReleaseId(passenger.Id)), cancellation).ConfigureAwait(false)).Subject;
        return ReleaseReadiness.Lacks(release, departs);
    }
}
