using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <content>What the end of a slot, of a window, and a freeze ask of a rollout that is under way (S-47).</content>
public static partial class Needs
{
    /// <summary>A stage begins inside a slot, or no later after its end than windows let work overrun.</summary>
    public static Requirement<ReleaseAttempt> StageInSlot { get; } =
        Need("release.stage.outside-slot", "Now is inside a slot of the release, or within what the window lets it overrun.", attempt => attempt.Flight.IsInSlot)
            .Explains(attempt => attempt.Flight.OutsideSlot())
            .After(Slots.CalendarKnown, Slots.SlotGiven);

    /// <summary>The calendar lets the rollout begin another stage.</summary>
    public static Requirement<ReleaseAttempt> StageMayBegin { get; } =
        Need("release.stage.must-stop", "No window that has ended and no freeze asks the rollout to stop.", attempt => attempt.Flight.Answer.Verdict == InFlightVerdict.GoOn)
            .Explains(attempt => attempt.Flight.MustStop())
            .After(Slots.CalendarKnown, Slots.EffortKnown);
}
