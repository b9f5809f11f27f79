using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>One deployment of a plan.</summary>
/// <param name="Environment">Where.</param>
/// <param name="Slot">When; null when that is open.</param>
/// <param name="Owner">Who deploys; null when that is open.</param>
/// <param name="Check">How one sees that it worked; null when that is open.</param>
/// <param name="RollBack">How it is taken back; null when that is open.</param>
public sealed record PlannedDeployment(EnvironmentId Environment, Slot? Slot, ActorId? Owner, string? Check, string? RollBack)
{
    /// <summary>How one sees that it worked, in Unicode normal form C; null when that is open.</summary>
    public string? Check { get; init => field = value is null ? null : Text.Canonical(value, nameof(Check)); } = Check is null ? null : Text.Canonical(Check, nameof(Check));

    /// <summary>How it is taken back, in Unicode normal form C; null when that is open.</summary>
    public string? RollBack { get; init => field = value is null ? null : Text.Canonical(value, nameof(RollBack)); } = RollBack is null ? null : Text.Canonical(RollBack, nameof(RollBack));
}
