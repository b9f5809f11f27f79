using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace QuickStart.Journeys;

/// <content>What does not wait: two people break glass, and what that owes is paid afterwards.</content>
internal sealed partial class ChangeLife
{
    private bool _isGlassWhole;

    /// <summary>Two people go ahead without waiting; when they may not, the change goes the ordinary way.</summary>
    private async Task<Instant?> BreakGlassAsync(ChangeRequest change, Actor second)
    {
        var isAccepted = change.BreakGlassRequest is null
            ? await _desk.TryAsync(_plan.Requester, "proposes to break glass", new ProposeBreakGlass(_plan.Content.Justification))
            : await ConfirmAsync(second);
        _isGlassWhole = !isAccepted;
        return _stage.Soon;
    }

    private async Task<bool> ConfirmAsync(Actor second)
    {
        await ShowAsync(_plan.Requester, "confirms the own proposal", new ConfirmBreakGlass());
        return await _desk.TryAsync(second, "confirms, as a second person", new ConfirmBreakGlass());
    }

    /// <summary>Pays the first part of what is owed: until then, anybody may ask whether it is overdue (S-33).</summary>
    private async Task<Instant?> RatifyAsync(ChangeRequest change)
    {
        if (change.Owed.Count > 0)
        {
            await ShowAsync(_plan.Implementer, "escalates what is owed before it is due", new EscalateDebt());
        }

        return await DecideAsync(change, "ratifies it", new RatifyChange());
    }

    /// <summary>Once a person has reviewed it, nothing is owed any more.</summary>
    private Task ShowDebtPaidAsync(ChangeRequest change) => change is { Debt: not null, Owed.Count: 0 }
        ? ShowAsync(_plan.Implementer, "escalates what was paid", new EscalateDebt())
        : Task.CompletedTask;
}
