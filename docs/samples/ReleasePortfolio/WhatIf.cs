using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ReleasePortfolio;

/// <summary>A freeze that is added, and what it would move.</summary>
internal static class WhatIf
{
    public static void Write(TextWriter to, Plan plan)
    {
        var audit = new Closure("audit", new Slot(Instant.FromUtc(2026, 5, 11, 0, 0), Instant.FromUtc(2026, 5, 25, 0, 0)));
        var problem = plan.Problem.With(draft => draft with { Closures = draft.Closures.With(audit) });
        var difference = plan.Compare(Planner.Replan(problem, plan));

        to.WriteLine($"  Times of {Portfolio.Zone.Id}:");
        foreach (var move in difference.Moves)
        {
            to.WriteLine($"  {move.Item}: {Shown(move.From)} → {Shown(move.To)}");
        }

        to.WriteLine("  Nothing else moves.");
        to.WriteLine($"  before: {difference.Before}");
        to.WriteLine($"  after:  {difference.After}");
    }

    private static string Shown(Slot? slot) => slot is null ? "left out" : Clock.Show(slot.Start, Portfolio.Zone);
}
