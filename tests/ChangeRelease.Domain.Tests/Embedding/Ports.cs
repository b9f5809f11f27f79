using ChangeRelease.Domain.Embedding;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>Everything that desks reach the world through, and the desks of one process over it, each opened when it is first needed.</summary>
internal sealed class Ports(IEventStore store, IFactSource facts, IClock clock, DeskSettings settings)
{
    public ChangeDesk Changes => field ??= new(store, facts, clock, settings);

    public ReleaseDesk Releases => field ??= new(store, facts, clock, settings);

    public TemplateDesk Templates => field ??= new(store, facts, clock, settings);

    public BoardDesk Meetings => field ??= new(store, facts, clock, settings);

    public BookingDesk Bookings => field ??= new(store, facts, clock, settings);

    public TrainDesk Trains => field ??= new(store, facts, clock, settings);
}
