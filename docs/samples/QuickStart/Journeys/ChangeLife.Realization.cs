using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace QuickStart.Journeys;

/// <content>From approval to the end: a slot, the work, the review.</content>
internal sealed partial class ChangeLife
{
    private Task<Instant?> PlaceAsync(ChangeRequest change) => change switch
    {
        _ when _plan.AmendedPlan is { } better && _stale is null => AmendAsync(change, better),
        { Content.Incident: not null, Aboard: null } when _plan.Aboard is null => _desk.DoAsync(_plan.Implementer, "starts it at once", new StartChange()),
        _ => _plan.Aboard is { } release ? BoardAsync(release) : ScheduleAsync(change),
    };

    /// <summary>A material edit after the approval: votes are void, and the change must be assessed and approved anew (S-23).</summary>
    private Task<Instant?> AmendAsync(ChangeRequest change, ChangePlan better)
    {
        _stale = change.Digest;
        return _desk.DoAsync(_plan.Requester, "amends the back-out plan", new AmendChange(change.Content with { RemediationPlan = better }));
    }

    /// <summary>Boards the release, once it has a slot or never will.</summary>
    private async Task<Instant?> BoardAsync(ReleaseId release)
    {
        _isReady = true;
        return _carrier is { HasSlot: false, Story.IsOver: false } ? _stage.Soon : await _desk.DoAsync(_plan.Requester, $"boards {release}", ScheduleChange.On(release));
    }

    private async Task<Instant?> ScheduleAsync(ChangeRequest change)
    {
        await _desk.SearchAsync(_stage.Now);
        if (Story.Search is { Slot: { } slot } search)
        {
            await ShowFrozenAsync(search, slot.Length);
            return await _desk.DoAsync(_plan.Requester, "schedules it for the earliest slot", new ScheduleChange(slot));
        }

        return await _desk.DoAsync(_plan.Requester, "schedules it at once, though no slot is free", new ScheduleChange(_stage.AtOnce(change.Content.Effort)));
    }

    private async Task ShowFrozenAsync(SlotSearch search, Duration length)
    {
        if (search.Obstacles.FirstOrDefault(obstacle => obstacle.Kind == ObstacleKind.Frozen) is { } frozen)
        {
            await ShowAsync(_plan.Requester, "schedules it into a freeze", new ScheduleChange(new Slot(frozen.Span.Start, frozen.Span.Start + length)));
        }
    }

    private async Task<Instant?> StartAsync(ChangeRequest change)
    {
        var begins = change.Slots[0].Start + ChangeModelCatalog.BuiltIn.Find(change.Model)!.GuardBand + change.Content.Effort!.Preparation;
        if (_stage.Now < begins)
        {
            await ShowAsync(_plan.Implementer, "starts it before its slot", new StartChange());
            return begins;
        }

        return await _desk.DoAsync(_plan.Implementer, "starts it", new StartChange());
    }

    private async Task<Instant?> CompleteAsync(ChangeRequest change)
    {
        var ends = change.StartedAt!.Value + change.Content.Effort!.Work;
        return _stage.Now < ends ? ends : _carrier is { IsGoingOut: true, Story.IsOver: false } ? _stage.Soon : await _desk.DoAsync(_plan.Implementer, "completes it", new CompleteChange());
    }

    /// <summary>A reviewer looks back the next day.</summary>
    private async Task<Instant?> ReviewAsync(ChangeRequest change)
    {
        await ShowAsync(_plan.Requester, "closes it before the review", new CloseChange());
        await ShowDebtPaidAsync(change);
        return change.Review is not null || _plan.Reviewer is not { } reviewer ? await _desk.DoAsync(_plan.Reviewer ?? _plan.Requester, "closes it", new CloseChange())
            : _shown.Add("review") ? _stage.Now + _untilReview
            : await _desk.DoAsync(reviewer, "reviews it", new ReviewChange(ReviewOutcome.Successful, "It did what it should."));
    }
}
