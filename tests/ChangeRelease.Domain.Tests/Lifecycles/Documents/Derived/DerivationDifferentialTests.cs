using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>Random derivations said in code and written as documents come out alike.</summary>
public sealed class DerivationDifferentialTests
{
    private const int Plans = 1_500;

    [Fact]
    public void Code_and_document_build_the_same_table_or_neither_builds()
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0; seed < Plans; seed++)
        {
            var plan = new DerivationPlan(seed);
            var (code, wrong) = Try(plan);
            var reading = DerivationDocument.Read(plan.Document, DerivationSpecimen.Words);
            if (reading.Value?.Reference != code?.Reference || !(reading.Value?.Description.Equals(code!.Description) ?? true))
            {
                Assert.Fail($"{seed}: {plan.Document}\n{reading}\n{string.Join('\n', wrong)}");
            }

            // The document may keep to itself what follows from what it tells; it never tells anything else.
            var told = reading.Faults.Select(fault => fault.Code).ToList();
            if (told.Except(wrong, StringComparer.Ordinal).Any() || wrong.Count(Derivations) != told.Count(Derivations))
            {
                Assert.Fail($"{seed}: {plan.Document}\n{reading}\n{string.Join('\n', wrong)}");
            }

            Count(seen, code is null ? wrong : [code.Description.States.Count > DerivationSpecimen.Parent.Description.States.Count ? "larger" : "as large"]);
        }

        seen.Should().ContainKeys(
            "larger", "as large", "lifecycle.derivation.loosens", "lifecycle.derivation.nothing-between", "lifecycle.derivation.nothing-to-require",
            "lifecycle.derivation.nothing-to-forbid", "lifecycle.derivation.nothing-to-share", "lifecycle.derivation.not-a-side-door", "lifecycle.phase.backwards");
        seen["larger"].Should().BeGreaterThan(80);
        seen["as large"].Should().BeGreaterThan(80);
    }

    private static bool Derivations(string code) => code.StartsWith("lifecycle.derivation.", StringComparison.Ordinal);

    private static (Lifecycle<Trial>? Code, IReadOnlyList<string> Wrong) Try(DerivationPlan plan)
    {
        try
        {
            return (plan.InCode(), []);
        }
        catch (LifecycleDefinitionException wrong)
        {
            return (null, [.. wrong.Faults.Select(fault => fault.Code)]);
        }
    }

    private static void Count(Dictionary<string, int> seen, IEnumerable<string> what)
    {
        foreach (var each in what.Distinct(StringComparer.Ordinal))
        {
            seen[each] = seen.GetValueOrDefault(each) + 1;
        }
    }
}
