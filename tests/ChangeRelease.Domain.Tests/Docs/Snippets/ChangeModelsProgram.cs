// snippet: models-usings
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using NodaTime;
// end

namespace ChangeRelease.Domain.Tests.Docs.Snippets;

/// <summary>The examples of the guide to change models of one's own.</summary>
internal sealed class ChangeModelsProgram : IProgram
{
    private static Transcript Console { get; set; } = new();

    public async Task RunAsync(Transcript console)
    {
        Console = console;

        // snippet: models-define
        var labeled = Requirement.For<ChangeAttempt>("lab.tag.missing")
            .Says("A change to the lab carries the tag 'lab'.")
            .IsMetWhen(attempt => attempt.Change.Content.Tags.Contains("lab"))
            .Explains(_ => Why.Because("The content has no tag 'lab'."))
            .CuredBy(Remedy.Do("Amend the content: add the tag 'lab'"));

        var rolling = new State("Rolling", Phase.Realization);
        var roll = new Trigger("Roll");
        var rack = Parameter.Text("rack", "Which rack is first.");

        var lab = ChangeModel.Define("lab", version: 1, model => model
            .StartsIn(ChangeStates.Draft)
            .In(ChangeStates.Draft)
                .On(roll).GoTo(rolling).When(Needs.Title, Needs.RemediationPlan, labeled)
                .On(ChangeTriggers.Amend).Stay().When(Needs.SomeEdit)
            .In(rolling)
                .On(ChangeTriggers.Complete).GoTo(ChangeStates.Closed)
            .SideDoor(ChangeTriggers.Cancel).From(ChangeStates.Draft).GoTo(ChangeStates.Canceled).When(Needs.Reason)
            .Takes(roll, rack)
            .EndsIn(ChangeStates.Closed, ChangeStates.Canceled));
        // end

        console.Turn("models-used");
        // snippet: models-used
        var settings = new DeskSettings(new TenantId("acme")) { ChangeModels = new ChangeModelCatalog([.. ChangeModelCatalog.BuiltIn.All, lab]) };
        var desk = new ChangeDesk(new InMemoryEventStore(), new FactBook(), SystemClock.Instance, settings);
        var (ann, id) = (Actor.Human(new ActorId("ann")), new ChangeId("LAB-1"));

        var content = new ChangeContent { Title = "Try the new disks", RemediationPlan = ChangePlan.Of("Put the old ones back") };
        await desk.HandleAsync(id, new OpenChange(id, "lab", content), ann, new CommandId("open-1"));

        var act = new ActOnChange(roll, Arguments.Of(rack, "R7"));
        var early = await desk.HandleAsync(id, act, ann, new CommandId("roll-1"));
        Console.WriteLine(string.Join('\n', early.Refusals));

        await desk.HandleAsync(id, new AmendChange(content with { Tags = ["lab"] }), ann, new CommandId("amend-1"));
        var rolled = await desk.HandleAsync(id, act, ann, new CommandId("roll-2"));
        var done = await desk.HandleAsync(id, new CompleteChange(), ann, new CommandId("complete-1"));
        Console.WriteLine($"{rolled.Events[0].GetType().Name}({((ChangeActedOn)rolled.Events[0]).Arguments}): {rolled.Subject!.Status}, then {done.Subject!.Status}");
        // end
    }
}
