using ChangeRelease.Domain.Tests.Promises;

namespace ChangeRelease.Domain.Tests.Changes.Rules;

/// <summary>One scenario, its good situation made once: what is listed is what is wrong (S-3).</summary>
internal sealed class Curing(Scenario scenario)
{
    private readonly Situation _good = scenario.Good();

    public IReadOnlyList<Fault> Faults { get; } = scenario.Faults;

    public Situation With(IEnumerable<Fault> put) => put.Aggregate(_good, (at, fault) => fault.Spoil(at));

    /// <summary>Cures everything that is listed until it is accepted, and cures all but each one.</summary>
    public void Check(List<Fault> put, Findings findings)
    {
        findings.Count(put.Count > 0 ? "situations with faults" : "situations without");
        CureAll([.. put], findings);
        foreach (var fault in put)
        {
            CureAllBut(fault, findings);
        }
    }

    private void CureAll(List<Fault> left, Findings findings)
    {
        for (var isCured = true; isCured;)
        {
            var refusals = With(left).Decide().Refusals;
            findings.Check();
            findings.Count("cured");
            if (refusals.Count == 0)
            {
                Tell(left.Count > 0, $"is accepted with {Codes(left)}", findings);
                return;
            }

            var judged = refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).ToHashSet(StringComparer.Ordinal);
            var told = string.Join(", ", judged);
            isCured = left.RemoveAll(fault => judged.Remove(fault.Code)) > 0 && judged.Count == 0;
            Tell(!isCured, $"is refused for {told} with {Codes(left)}", findings);
        }
    }

    private void CureAllBut(Fault fault, Findings findings)
    {
        var refusals = With([fault]).Decide().Refusals;
        var isOnly = refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code).Distinct(StringComparer.Ordinal).ToList() is [var only] && only == fault.Code;
        findings.Check();
        findings.Count("cured but for one");
        Tell(!isOnly, $"with {fault.Code} alone is refused for {string.Join(", ", refusals.Select(refusal => refusal.Code))}", findings);
    }

    private void Tell(bool isWrong, string what, Findings findings)
    {
        if (isWrong)
        {
            findings.Differ($"{scenario.Name} {what}");
        }
    }

    private static string Codes(List<Fault> faults) => faults.Count == 0 ? "nothing wrong" : string.Join(", ", faults.Select(fault => fault.Code));
}
