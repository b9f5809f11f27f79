using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>An environment's own ledger as a release finds it, with what the release takes up there, and whether the command asks for slots.</summary>
internal sealed record HeldEnvironment(EnvironmentId Environment, Page<BookingLedger> Ledger, Claim Before, bool IsAsked)
{
    public EnvironmentPlaces PlacesAt(Instant now)
    {
        var ledger = Ledger.Subject ?? BookingLedger.Empty;
        return new EnvironmentPlaces(Environment, ledger.FullFor(Before.Holder, now), ledger.For(Before.Holder, now).Own);
    }

    /// <summary>Whether another claim is another booking, or the same is asked for again.</summary>
    public bool Moves(Claim after) => IsAsked || !after.Slots.Equals(Before.Slots);

    /// <summary>Whether a claim is held before it is taken up. Where there is no place it is not, whatever a model allows: a capacity is never exceeded.</summary>
    public bool Takes(Claim after, Instant now) => after.Slots.Count > 0 && Moves(after) && PlacesAt(now).IsFree(after.Slots);
}
