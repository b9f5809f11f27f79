using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>Everything that a decision on a train may look at (S-2). What is missing is refused where it is needed (S-4).</summary>
public sealed record TrainFacts
{
    /// <summary>Takes the facts that every decision needs.</summary>
    /// <param name="stamp">When, who, and as which command.</param>
    /// <param name="zones">Where zones are looked up.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public TrainFacts(Stamp stamp, IDateTimeZoneProvider zones)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(zones);
        (Stamp, Zones) = (stamp, zones);
    }

    /// <summary>When, who, and as which command.</summary>
    public Stamp Stamp { get; }

    /// <summary>Where zones are looked up.</summary>
    public IDateTimeZoneProvider Zones { get; }

    /// <summary>The roles of who asks; null when the directory did not answer, and then nobody is a conductor.</summary>
    public ValueList<RoleId>? Roles { get; init; }

    /// <summary>Who of those aboard may ride; null when that could not be looked up. Boarding is closed only when everybody is known.</summary>
    public ValueList<PassengerReadiness>? Readiness { get; init; }

    /// <summary>What the decision used (S-6).</summary>
    internal ValueList<Fact> Basis => DecisionBasis.Of(
        ("tzdb", Zones.VersionId),
        ("roles", Roles is { Count: > 0 } roles ? string.Join(", ", roles) : null),
        ("not ready", Readiness?.Where(one => !one.IsReady).ToList() is { Count: > 0 } late ? string.Join(", ", late.Select(one => one.Passenger)) : null));
}
