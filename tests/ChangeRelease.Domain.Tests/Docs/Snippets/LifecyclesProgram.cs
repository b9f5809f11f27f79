// snippet: lifecycles-usings
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to lifecycles.</summary>
internal sealed class LifecyclesProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;
        OwnLifecycle(console);
        Faults(console);
        await OwnModelAsync(console);
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
        var giveBack = new Trigger("GiveBack");
        // end

        // snippet: lifecycles-requirements
        var ownerKnown = Requirement.For<AccessAttempt>("access.owner.unknown")
            .Says("The owner of the system is known.")
            .IsMetWhen(attempt => attempt.Owner is not null)
            .Explains(_ => Why.Because("Nobody is entered as the owner of the system."))
            .CuredBy(Remedy.Do("Enter the owner in the inventory"));

        var ownerAgrees = Requirement.For<AccessAttempt>("access.owner.other-person")
            .Says("The owner of the system grants the access.")
            .IsMetWhen(attempt => attempt.Actor == attempt.Owner)
            .Explains(attempt => Why.Because($"{attempt.Actor} does not own the system.")
                .Seeing("owner", attempt.Owner)
                .CuredBy(Remedy.Do($"Ask {attempt.Owner} to grant it")))
            .After(ownerKnown);
        // end

        // snippet: lifecycles-table
        var heldFrom = Selector.For<AccessAttempt>("held from", ["Requested", "Granted"], attempt => attempt.HeldFrom!.Name);

        var access = Lifecycle.Define<AccessAttempt>("access", version: 1, table => table
            .StartsIn(requested)
            .In(requested)
                .On(grant).GoTo(granted).When(ownerAgrees)
            .In(granted)
                .On(use).GoTo(used)
            .In(used)
                .On(giveBack).GoTo(returned)
            .SideDoor(hold).From(requested, granted).GoTo(held)
            .SideDoor(resume).From(held).Choose(heldFrom, ("Requested", requested), ("Granted", granted))
            .EndsIn(returned));
        // end

        console.Turn("lifecycles-take");
        // snippet: lifecycles-take
        var owner = new ActorId("olga");
        var byOwner = access.Take(requested, grant, new AccessAttempt(owner, owner, HeldFrom: null));
        var byOther = access.Take(requested, grant, new AccessAttempt(new ActorId("ann"), owner, HeldFrom: null));
        var ownerless = access.Take(requested, grant, new AccessAttempt(owner, Owner: null, HeldFrom: null));
        var resumed = access.Take(held, resume, new AccessAttempt(owner, owner, HeldFrom: granted));
        var undefined = access.Take(used, hold, new AccessAttempt(owner, owner, HeldFrom: null));

        Console.WriteLine($"by its owner: {byOwner.Destination}");
        Console.WriteLine($"by another:   {byOther.Refusals[0]}");
        Console.WriteLine($"without one:  {string.Join("\n              ", ownerless.Refusals)}");
        Console.WriteLine($"resumed:      {resumed.Destination}");
        Console.WriteLine($"undefined:    {undefined.Refusals[0]}");
        // end

        console.Turn("lifecycles-diagram");
        // snippet: lifecycles-diagram
        Console.WriteLine(Diagram.Mermaid(access.Description));
        // end
    }

    private static void Faults(Transcript console)
    {
        var draft = new State("Draft", Phase.Preparation);
        var approved = new State("Approved", Phase.Ready);
        var parked = new State("Parked", Phase.Paused);
        var closed = new State("Closed", Phase.Ended);
        var (submit, park, revise) = (new Trigger("Submit"), new Trigger("Park"), new Trigger("Revise"));

        console.Turn("lifecycles-faults");
        // snippet: lifecycles-faults
        try
        {
            Lifecycle.Define<AccessAttempt>("faulty", version: 1, table => table
                .StartsIn(draft)
                .In(draft)
                    .On(submit).GoTo(approved)
                    .On(submit).GoTo(closed)
                .In(approved)
                    .On(revise).GoTo(draft)
                    .On(park).GoTo(new State("Shelved", Phase.Ready))
                .In(parked)
                    .On(park).Stay()
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

    private static async Task OwnModelAsync(Transcript console)
    {
        // snippet: lifecycles-model
        var labeled = Requirement.For<ChangeAttempt>("lab.tag.missing")
            .Says("A change to the lab carries the tag 'lab'.")
            .IsMetWhen(attempt => attempt.Change.Content.Tags.Contains("lab"))
            .Explains(_ => Why.Because("The content has no tag 'lab'."))
            .CuredBy(Remedy.Do("Amend the content: add the tag 'lab'"));

        var lab = ChangeModel.Define("lab", version: 1, model => model
            .StartsIn(ChangeStates.Draft)
            .In(ChangeStates.Draft)
                .On(ChangeTriggers.Submit).GoTo(ChangeStates.Implementing).When(Needs.Title, Needs.RemediationPlan, labeled)
                .On(ChangeTriggers.Amend).Stay().When(Needs.SomeEdit)
            .In(ChangeStates.Implementing)
                .On(ChangeTriggers.Complete).GoTo(ChangeStates.Closed)
            .SideDoor(ChangeTriggers.Cancel).From(ChangeStates.Draft).GoTo(ChangeStates.Canceled).When(Needs.Reason)
            .EndsIn(ChangeStates.Closed, ChangeStates.Canceled));

        var settings = new DeskSettings(new TenantId("acme"))
        {
            ChangeModels = new ChangeModelCatalog([.. ChangeModelCatalog.BuiltIn.All, lab]),
        };
        // end

        console.Turn("lifecycles-model-used");
        // snippet: lifecycles-model-used
        var desk = new ChangeDesk(new InMemoryEventStore(), new FactBook(), SystemClock.Instance, settings);
        var (ann, id) = (Actor.Human(new ActorId("ann")), new ChangeId("LAB-1"));
        await desk.HandleAsync(id, new OpenChange(id, "lab", new ChangeContent { Title = "Try the new disks" }), ann, new CommandId("open-1"));

        var outcome = await desk.HandleAsync(id, new SubmitChange(), ann, new CommandId("submit-1"));
        Console.WriteLine(string.Join('\n', outcome.Refusals));
        // end
    }
}

// snippet: lifecycles-attempt
internal sealed record AccessAttempt(ActorId Actor, ActorId? Owner, State? HeldFrom);
// end
