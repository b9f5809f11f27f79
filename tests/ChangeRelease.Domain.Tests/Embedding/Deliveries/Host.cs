using ChangeRelease.Domain.Embedding;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>A process with desks, a connection and a clock that goes a little wrong.</summary>
internal sealed class Host(IEventStore store, List<Effect> effects, Parcel first, Duration skew) : IClock
{
    public Wire Wire { get; } = new(store, effects) { Carried = first };

    public Instant Now { get; set; }

    private Ports? Ports { get; set; }

    public Instant GetCurrentInstant() => Now + skew;

    public void Restart() => Ports = null;

    public Task<Answer> TakeAsync(Parcel parcel)
    {
        Ports ??= new Ports(Wire, Depot.Facts, this, Depot.Settings);
        return parcel.Errand.HandInAsync(Ports, parcel.Name);
    }
}
