using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Tests.Changes.Assessing;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Changes.Matrices;

namespace ChangeRelease.Domain.Tests.Changes.Json;

/// <summary>Events and commands as journeys make them, several of each type.</summary>
internal static class Specimens
{
    private const int Each = 12;
    private const int Journeys = 400;

    private static readonly Trigger Look = new("Look at it");

    static Specimens()
    {
        var (events, commands) = (new List<ChangeEvent>(), new List<ChangeCommand> { new OpenChange(new ChangeId("CHG-1"), "normal", Cast.Content), new OpenChange(new ChangeId("CHG-2"), "normal", new ChangeContent()), new MigrateChange("normal", 2, "later") });
        foreach (var model in Matrix.Of.Keys)
        {
            var chance = new Chance(5);
            for (var journey = 0; journey < Journeys; journey++)
            {
                Walk(new Traveler(model), chance, events, commands);
            }
        }

        var (header, reference) = (events[0].Header, ChangeModels.Normal.Lifecycle.Reference);
        events.Add(new ChangeMigrated(header, reference, reference with { Version = 2 }, null, VotesStand: true, KeepsSlots: false, "later"));
        events.Add(new ChangeMigrated(header, reference, reference with { Id = "other" }, ChangeStates.Approved, VotesStand: false, KeepsSlots: true, "other"));
        commands.AddRange([new ActOnChange(Look), new ActOnChange(Look, Arguments.Of(Parameter.Number("days", "How many."), 3).With(Parameter.Text("why", "Why."), "naïve \"quote\"")), new ActOnChange(ChangeTriggers.Hold, new HoldChange("wait").ToArguments())]);
        events.AddRange(commands.OfType<ActOnChange>().Select(act => new ChangeActedOn(events[0].Header, act.Act, act.Arguments, ChangeModels.Normal.Lifecycle.Reference)));
        events.Insert(0, new AssessmentCompleted(header, new Assessment(Grade.High, Grade.Critical, "seen", Cast.Asa.Id) { Authority = AuthorityId.Cab, Scheme = new SchemeRef(new SchemeId("house"), 2), Likelihood = Grade.Low, Answers = Schemes.Said.Answers, Organization = Schemes.Said.Organization, Contributions = [new RiskContribution(RiskSource.BlastRadius, Grade.Critical, "wide")] }, Cast.Content.AcceptableTimes));
        commands.Insert(0, Schemes.Said);
        (Events, Commands) = (Some(events), Some(commands));
    }

    public static IReadOnlyList<ChangeEvent> Events { get; }

    public static IReadOnlyList<ChangeCommand> Commands { get; }

    private static void Walk(Traveler traveler, Chance chance, List<ChangeEvent> events, List<ChangeCommand> commands)
    {
        for (var step = 0; step < 25 && traveler.State is not ("Closed" or "Canceled"); step++)
        {
            var move = chance.Step(traveler);
            commands.Add(move.Command);
            events.AddRange(traveler.Do(move).Events);
        }

        events.Add(traveler.Events[0]);
    }

    private static List<T> Some<T>(IEnumerable<T> all)
        where T : notnull =>
        [.. all.GroupBy(each => each.GetType()).SelectMany(alike => alike.Distinct().Take(Each))];
}
