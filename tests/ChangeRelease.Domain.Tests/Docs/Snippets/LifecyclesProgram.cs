// snippet: lifecycles-usings
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to lifecycles.</summary>
internal sealed class LifecyclesProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public Task RunAsync(Transcript console)
    {
        Console = console;
        OwnLifecycle(console);
        OwnAttempt(console);
        Faults(console);
        return Task.CompletedTask;
    }

    private static void OwnLifecycle(Transcript console)
    {
        // snippet: lifecycles-words
        var requested = new State("Requested", Phase.Preparation);
        var granted = new State("Granted", Phase.Ready);
        var used = new State("Used", Phase.Realization);
        var held = new State("Held", Phase.Paused);
        var returned = new State("Returned", Phase.Ended);

        var grant = new Trigger("Grant");
        var use = new Trigger("Use");
        var hold = new Trigger("Hold");
        var resume = new Trigger("Resume");
        var revise = new Trigger("Revise");
        var giveBack = new Trigger("GiveBack");

        var days = Parameter.Number("days", "For how many days.");
        var owner = new FactKey<ActorId>("owner of the system");
        // end

        // snippet: lifecycles-requirements
        var ownerKnown = Requirement.For<TriggerAttempt>("access.owner.unknown")
            .Says("The owner of the system is known.")
            .IsMetWhen(attempt => attempt.Facts.Knows(owner))
            .Explains(_ => Why.Because("Nobody is entered as the owner of the system."))
            .CuredBy(Remedy.Do("Enter the owner in the inventory"));

        var byOwner = Requirement.For<TriggerAttempt>("access.owner.other-person")
            .Says("The owner of the system grants the access.")
            .IsMetWhen(attempt => attempt.Facts.Get(TriggerAttempt.Stamped).Actor.Id == attempt.Facts.Get(owner))
            .Explains(attempt => Why.Because($"{attempt.Facts.Get(TriggerAttempt.Stamped).Actor} does not own the system.")
                .CuredBy(Remedy.Do($"Ask {attempt.Facts.Get(owner)} to grant it")))
            .After(ownerKnown);
        // end

        // snippet: lifecycles-template
        var most = Parameter.Number("most", "How many days it may last.");

        var shortEnough = RequirementTemplate.For<TriggerAttempt>("access.days.too-many", [most], arguments => Requirement
            .For<TriggerAttempt>("access.days.too-many")
            .Says($"The access lasts at most {arguments.Get(most)} days.")
            .IsMetWhen(attempt => attempt.Arguments.Get(days) <= arguments.Get(most))
            .Explains(attempt => Why.Because($"{attempt.Arguments.Get(days)} days were asked for, and {arguments.Get(most)} is the most."))
            .CuredBy(Remedy.Do("Ask for fewer days"))
            .About(days));
        // end

        // snippet: lifecycles-table
        var cameFrom = Selector.Origin<TriggerAttempt>("held from", attempt => attempt.Standing.Origin);

        var access = Lifecycle.Define<TriggerAttempt>("access", version: 1, table => table
            .StartsIn(requested)
            .In(requested)
                .On(grant).GoTo(granted).When(byOwner, shortEnough.With(Arguments.Of(most, 30)))
            .In(granted)
                .On(use).GoTo(used)
            .In(used)
                .On(giveBack).GoTo(returned)
            .SideDoor(hold).From(requested, granted).GoTo(held)
            .SideDoor(revise).From(held).Stay().ComesFrom(requested)
            .SideDoor(resume).From(held).Return(cameFrom, Way.BackTo(requested), Way.BackTo(granted))
            .Takes(grant, days)
            .EndsIn(returned));
        // end

        console.Turn("lifecycles-take");
        // snippet: lifecycles-take
        FactSet By(string actor) => FactSet.None
            .With(owner, new ActorId("olga"), "olga, inventory 17")
            .With(TriggerAttempt.Stamped, new Stamp(Instant.FromUtc(2026, 11, 2, 9, 0), Actor.Human(new ActorId(actor)), new CommandId("c-1")), actor);

        var begun = new Standing(access.Reference, requested, Version: 0);
        var verdict = access.Take(begun, grant, Arguments.Of(days, 14), By("olga"));
        var subject = begun.After(verdict);
        Console.WriteLine($"{subject.State}, version {subject.Version}");

        Verdict[] refused =
        [
            access.Take(begun, grant, Arguments.Of(days, 90), By("ann")),
            access.Take(begun, grant, Arguments.None, FactSet.None),
            access.Take(subject, giveBack, Arguments.None, By("ann")),
        ];
        foreach (var no in refused)
        {
            Console.WriteLine("\n" + string.Join('\n', no.Refusals));
        }
        // end

        console.Turn("lifecycles-back");
        // snippet: lifecycles-back
        var waiting = subject.After(access.Take(subject, hold, Arguments.None, By("ann")));
        var back = waiting.After(access.Take(waiting, resume, Arguments.None, By("ann")));
        Console.WriteLine($"{waiting.State} from {waiting.Origin}, then {back.State}");

        var revised = waiting.After(access.Take(waiting, revise, Arguments.None, By("ann"))) with { Origin = requested };
        var anew = revised.After(access.Take(revised, resume, Arguments.None, By("ann")));
        Console.WriteLine($"{revised.State}, revised, then {anew.State}");
        // end

        console.Turn("lifecycles-ask");
        // snippet: lifecycles-ask
        Console.WriteLine(access.Ask(begun, By("ann")));
        // end

        console.Turn("lifecycles-diagram");
        // snippet: lifecycles-diagram
        Console.WriteLine(Diagram.Mermaid(access.Description, new Drawing
        {
            ShowsRequirements = true,
            Path = [new PathStep(requested, grant, granted), new PathStep(granted, hold, held)],
            Current = held,
            Available = [resume, revise],
        }));
        // end
    }

    private static void OwnAttempt(Transcript console)
    {
        var (open, closed, close) = (new State("Open", Phase.Realization), new State("Closed", Phase.Ended), new Trigger("Close"));

        console.Turn("lifecycles-attempt-used");
        // snippet: lifecycles-attempt-used
        var answered = Requirement.For<TicketAttempt>("ticket.answer.missing")
            .Says("The ticket has an answer.")
            .IsMetWhen(attempt => attempt.Ticket.Answer is not null);

        var ticket = Lifecycle.Define<TicketAttempt>("ticket", version: 1, table => table
            .StartsIn(open)
            .In(open).On(close).GoTo(closed).When(answered)
            .EndsIn(closed));

        var verdict = ticket.Take(open, close, new TicketAttempt(new Ticket(Answer: null), new ActorId("ann")));
        Console.WriteLine(verdict.Refusals[0]);
        // end
    }

    private static void Faults(Transcript console)
    {
        var draft = new State("Draft", Phase.Preparation);
        var approved = new State("Approved", Phase.Ready);
        var parked = new State("Parked", Phase.Paused);
        var closed = new State("Closed", Phase.Ended);
        var (submit, park, revise) = (new Trigger("Submit"), new Trigger("Park"), new Trigger("Revise"));
        var cameFrom = Selector.Origin<TriggerAttempt>("parked from", attempt => attempt.Standing.Origin);

        console.Turn("lifecycles-faults");
        // snippet: lifecycles-faults
        try
        {
            Lifecycle.Define<TriggerAttempt>("faulty", version: 1, table => table
                .StartsIn(draft)
                .In(draft)
                    .On(submit).GoTo(approved)
                    .On(submit).GoTo(closed)
                .In(approved)
                    .On(revise).GoTo(draft)
                    .On(park).GoTo(new State("Shelved", Phase.Ready))
                .SideDoor(park).From(draft).GoTo(parked)
                .SideDoor(revise).From(parked).Return(cameFrom, Way.BackTo(approved))
                .EndsIn(closed));
        }
        catch (LifecycleDefinitionException wrong)
        {
            foreach (var fault in wrong.Faults)
            {
                Console.WriteLine(fault);
            }
        }
        // end
    }
}

// snippet: lifecycles-attempt
internal sealed record Ticket(string? Answer);

internal sealed record TicketAttempt(Ticket Ticket, ActorId Actor);
// end
