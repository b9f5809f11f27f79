using ChangeRelease.Domain.Tests.Changes.Journeys;
using ChangeRelease.Domain.Tests.Changes.Matrices;
using ChangeRelease.Domain.Tests.Changes.Rules;
using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Changes.Asking;

/// <summary>Pairs of asking and doing: along journeys, in situations with things wrong, and with what is wrong cured (S-3, S-7).</summary>
internal sealed class AskingPromise : IPromise
{
    private const int Steps = 30;
    private const int AskedOneIn = 4;

    private static readonly string[] Models = [.. Matrix.Of.Keys.Order(StringComparer.Ordinal)];

    public string Claim => "What is said beforehand is what happens; curing all that is listed makes it accepted, and curing all but one leaves that one.";

    public void Walk(Batch batch, Findings findings)
    {
        if (batch.Number % 2 == 0)
        {
            AlongJourneys(batch, findings);
        }
        else
        {
            InSituations(batch, findings);
        }
    }

    public static void AlongJourneys(Batch batch, Findings findings)
    {
        var (chance, asked) = (new Chance(batch.Own), 0);
        for (var journey = 0; asked < batch.Size; journey++)
        {
            var traveler = new Traveler(Models[journey % Models.Length]);
            for (var step = 0; step < Steps && asked < batch.Size && traveler.State is not ("Closed" or "Canceled"); step++)
            {
                var move = chance.Step(traveler);
                if (move.Command.Trigger is not null && traveler.Change.Applied.ContentOf(move.Facts.Stamp.Command) is null)
                {
                    Compare(new Situation(traveler.Change, move.Command, move.Facts), findings);
                    asked++;
                }

                traveler.Do(move);
            }
        }
    }

    public static void InSituations(Batch batch, Findings findings)
    {
        var dice = batch.Dice();
        var scenarios = Scenarios.All.Values.Select(scenario => new Curing(scenario)).ToList();
        for (var end = findings.Checked + batch.Size; findings.Checked < end;)
        {
            var scenario = scenarios[dice.Next(scenarios.Count)];
            var put = scenario.Faults.Where(_ => dice.Next(3) == 0).ToList();
            if (dice.Next(AskedOneIn) == 0 && scenario.With(put) is { Command.Trigger: not null } situation)
            {
                Compare(situation, findings);
            }

            scenario.Check(put, findings);
        }
    }

    private static void Compare(Situation at, Findings findings)
    {
        var (kind, problem) = Foretelling.Of(at.Change, at.Command, at.Known, at.Decide());
        findings.Check();
        findings.Count(kind);
        if (problem is not null)
        {
            findings.Differ($"{at.Command} in {at.Change.Status} of {at.Change.Model.Id} by {at.Actor} at {at.At}: {problem}");
        }
    }
}
