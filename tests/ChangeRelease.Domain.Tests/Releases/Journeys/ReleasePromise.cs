using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Releases.Journeys;

/// <summary>Random commands on releases against the hand-written table and a model of the rollout that reads events only (S-52).</summary>
internal sealed class ReleasePromise : IPromise
{
    public string Claim => "No command leaves the table; no more versions serve than the strategy allows; exposure never falls before a roll back, nor rises past a failed gate; nothing goes out that was not tested and let go, nor before what it depends on, nor beside what it does not go with.";

    public void Walk(Batch batch, Findings findings)
    {
        var dice = batch.Dice();
        for (var left = batch.Size; left > 0;)
        {
            left -= One(dice.Next(), findings);
        }
    }

    private static int One(int seed, Findings findings)
    {
        var wanderer = new Wanderer(seed);
        try
        {
            wanderer.Travel();
        }
        catch (InvalidOperationException wrong)
        {
            findings.Differ(wrong.Message);
        }

        findings.Check(wanderer.Commands);
        findings.Count("journeys");
        findings.Count("refused", wanderer.Refused);
        findings.Count("deployed", wanderer.HasDeployed ? 1 : 0);
        findings.Count("kept back by dependencies", wanderer.Waited);
        findings.Count("went out with exceptions", wanderer.Excepted);
        findings.Count("exposures raised", wanderer.Raised);
        findings.Count("halted by a gate", wanderer.Halted);
        foreach (var (cell, times) in wanderer.Taken)
        {
            findings.Count(cell.ToString(), times);
        }

        return wanderer.Commands;
    }
}
