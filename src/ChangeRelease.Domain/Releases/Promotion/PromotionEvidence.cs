using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Releases;

/// <summary>What is wrong with evidence that is handed in for an environment before production.</summary>
internal static class PromotionEvidence
{
    public static ValueList<Why> Faults(ReleaseAttempt attempt) => attempt.Command is RecordPromotionEvidence { Evidence: { } evidence } && attempt.PromotionGate is { } gate
        ? Faults(attempt, gate, evidence, attempt.Release.DeploymentTo(attempt.PromotedTo!)!).ToValueList()
        : [Why.Because("No evidence is given.").CuredBy(Remedy.Do("Hand in what was seen"))];

    private static IEnumerable<Why> Faults(ReleaseAttempt attempt, Gate gate, GateEvidence evidence, Deployment there)
    {
        if (!gate.Takes(evidence))
        {
            yield return Why.Because($"This is no evidence for the gate {gate}, or does not say where it comes from.").CuredBy(Remedy.Do("Give what the gate asks for, and say by what source"));
        }

        if (evidence.MeasuredAt < there.EndedAt || there.Latest(gate.Name)?.Evidence.MeasuredAt >= evidence.MeasuredAt)
        {
            yield return Why.Because("The evidence was seen before the package ran there, or is no newer than what was shown before.").Seeing("measured", evidence.MeasuredAt.ToText()).CuredBy(Remedy.Do("Look again, and hand in what is seen now"));
        }

        if (evidence.MeasuredAt > attempt.Stamp.At)
        {
            yield return GateRules.Ahead(evidence);
        }
    }
}
