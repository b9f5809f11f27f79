using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Benchmarks.F1;

/// <summary>What is decided: whether a change may be scheduled, by two things that are known about it.</summary>
internal sealed record Errand(int Lead, int Reviewers);

/// <summary>What happened when it was.</summary>
internal sealed record Scheduled(int Lead, State Destination);

/// <summary>A lifecycle of twelve states, as the library writes it; decided on with two requirements.</summary>
internal static class TwelveStates
{
    public const int Count = 12;

    public static State[] States { get; } = [.. Enumerable.Range(0, Count).Select(number => new State($"State{number}", Phase.InOrder($"Phase{number}", number)))];

    public static Trigger Next { get; } = new("Next");

    public static Trigger Cancel { get; } = new("Cancel");

    public static Requirement<Errand> Lead { get; } = Requirement.For<Errand>("errand.lead.short")
        .Says("The errand leads by two days.").IsMetWhen(errand => errand.Lead >= 2).CuredBy(Remedy.Do("Choose a later slot"));

    public static Requirement<Errand> Reviewed { get; } = Requirement.For<Errand>("errand.review.missing")
        .Says("Somebody has reviewed the errand.").IsMetWhen(errand => errand.Reviewers > 0).CuredBy(Remedy.Do("Ask for a review"));

    public static Lifecycle<Errand> Lifecycle { get; } = Lifecycles.Lifecycle.Define<Errand>("twelve", 1, table =>
    {
        table.StartsIn(States[0]).EndsIn(States[^1]);
        for (var at = 0; at < Count - 1; at++)
        {
            table.In(States[at]).On(Next).GoTo(States[at + 1]).When(Lead, Reviewed)
                .SideDoor(Cancel).From(States[at]).GoTo(States[^1]);
        }
    });

    public static Errand Ready { get; } = new(Lead: 3, Reviewers: 1);

    public static Errand Unready { get; } = new(Lead: 1, Reviewers: 0);

    /// <summary>One decision: the table is asked, and answers with an event or with every reason.</summary>
    public static Decision<Scheduled> Decide(State from, Errand errand)
    {
        var verdict = Lifecycle.Take(from, Next, errand);
        return verdict.Destination is { } destination
            ? Decision.Accept(new Scheduled(errand.Lead, destination))
            : Decision.Refuse<Scheduled>(verdict.Refusals);
    }
}
