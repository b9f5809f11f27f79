using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Releases;

/// <summary>A rollout under way, against its slots and the calendar: what the contracts of windows and freezes ask of it now (S-47).</summary>
internal sealed class RolloutFlight(Release release, SlotCase slots, Instant now)
{
    private static readonly Duration Moment = Duration.FromNanoseconds(1_000);
    private static readonly Duration Unlimited = Duration.FromDays(36_525);

    private InFlightAnswer? _answer;

    /// <summary>What the calendar says to work that began with the deployment.</summary>
    public InFlightAnswer Answer => _answer ??= slots.Calendar!.InFlight(release.DeployingSince ?? now, now, slots.Question!, release.Content.Effort?.BackOut ?? Duration.Zero);

    public bool IsInSlot => release.Slots.Any(slot => slot.Start <= now && now < slot.End + OverrunOf(slot));

    private Slot? Next => release.Slots.FirstOrDefault(slot => now < slot.Start);

    public IEnumerable<Why> OutsideSlot()
    {
        var why = Why.Because($"Now is in none of the slots of the release, and no stage begins outside of them.").Seeing("slots", release.Slots).Seeing("now", now.ToText());
        yield return Next is { } next ? why.CuredFrom(next.Start) : why.CuredBy(Remedy.Do("Pause the rollout and roll back, or forward with a new schedule"));
    }

    public IEnumerable<Why> MustStop()
    {
        var why = Why.Because($"No further stage begins: {Answer}.");
        yield return Answer.Verdict switch
        {
            InFlightVerdict.BackOut => why.CuredBy(Remedy.Do("Roll the release back")),
            _ when Answer is { Until: { } until, Then: InFlightVerdict.GoOn } => why.CuredFrom(until),
            _ => why.CuredBy(Remedy.Do("Pause the rollout until a window is open again"), Remedy.Do("Roll the release back")),
        };
    }

    /// <summary>What the rollout has to do by itself now: go back, stop between two stages, or nothing.</summary>
    public ReleaseCommand? Asks() => Answer.Verdict switch
    {
        InFlightVerdict.BackOut => new RollBackRelease($"The calendar asks for it: {Answer}", release.WayBack),
        InFlightVerdict.Overdue => new PauseRollout($"The calendar asks for it: {Answer}"),
        InFlightVerdict.StopAtStageBoundary when IsBetweenStages => new PauseRollout($"The calendar asks for it: {Answer}"),
        _ when IsBetweenStages && !IsInSlot => new PauseRollout(FormattableString.Invariant($"No slot of {release.Slots} holds another stage")),
        _ => null,
    };

    private bool IsBetweenStages => release is { RunUnderWay: null, NextStage: not null };

    // By so much as every window open at the end of the slot lets work overrun; where none is, by nothing.
    private Duration OverrunOf(Slot slot)
    {
        var contracts = slots.Calendar!.Judge(new Slot(slot.End - Moment, slot.End), slots.Question!).Windows.Select(window => window.Rule.InFlight).ToList();
        return contracts.Count > 0 && contracts.TrueForAll(contract => contract.Kind == InFlightKind.MayOverrun)
            ? contracts.Min(contract => contract.Most ?? Unlimited)
            : Duration.Zero;
    }
}
