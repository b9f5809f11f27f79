using ChangeRelease.Domain.Tests.Promises;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Embedding.Deliveries;

/// <summary>Commands that a queue hands out again and again, in any order, to two hosts that break and start anew (P6).</summary>
public sealed class DeliveryPromiseTests(ITestOutputHelper output)
{
    [Fact]
    public void However_often_commands_are_delivered_each_takes_effect_at_most_once()
    {
        var findings = new DeliveryPromise().Random(seed: 6, count: 3_000);
        output.WriteLine(string.Join('\n', findings.Kinds.Select(kind => FormattableString.Invariant($"{kind.Value,9}  {kind.Key}"))));

        findings.Told.Should().BeEmpty();
        findings.Kinds["done"].Should().BeGreaterThan(6_000);
        findings.Kinds["repeats answered"].Should().BeGreaterThan(6_000);
        findings.Kinds["answers lost"].Should().BeGreaterThan(1_000);
        findings.Kinds["connections broken"].Should().BeGreaterThan(500);
        findings.Kinds["restarts"].Should().BeGreaterThan(3_000);
        findings.Kinds["another command under a name that is taken"].Should().BeGreaterThan(500);
        findings.Kinds["names that subjects share"].Should().BeGreaterThan(300);
        findings.Kinds["two deliveries of one command at once"].Should().BeGreaterThan(1_000);
        findings.Kinds["deliveries at once"].Should().BeGreaterThan(500);
        findings.Kinds["refused: lifecycle.transition.undefined"].Should().BeGreaterThan(1_000, "what comes too early is refused");
        findings.Kinds.Where(kind => kind.Key.EndsWith("time.backwards", StringComparison.Ordinal)).Sum(kind => kind.Value).Should().BeGreaterThan(10, "clocks differ");
    }

    [Fact]
    public void A_store_that_checks_neither_versions_nor_names_is_found_out()
    {
        var findings = new DeliveryPromise(checksVersions: false).Random(seed: 6, count: 100);

        output.WriteLine(findings.Told[0]);
        findings.Differing.Should().BeGreaterThan(10);
        findings.Told.Should().Contain(told => told.Contains("took effect twice", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_store_has_forgotten_of_names_the_history_itself_knows() =>
        new DeliveryPromise(checksVersions: true).Random(seed: 6, count: 500).Told.Should().BeEmpty();
}
