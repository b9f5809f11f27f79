using ChangeRelease.Domain.Tests.Promises;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>Segregation of duties in every world of three people, two roles and one delegate each, over twelve policies, and in random larger ones (S-22, S-24).</summary>
public sealed class SmallWorldTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_128;
    private const int Random = 50_000;

    [Fact]
    public void In_every_world_of_three_people_votes_count_and_are_taken_as_trying_everything_says()
    {
        var findings = new SegregationPromise(people: 3).Whole();
        output.WriteLine(findings.ToString());

        findings.Told.Should().BeEmpty();
        findings.Kinds["small worlds"].Should().Be(2_408, "so many are not the same but for names, by Burnside's count");
        findings.Kinds["small and satisfied"].Should().BeGreaterThan(findings.Kinds["small and not satisfied"] / 50);
        findings.Kinds["votes taken"].Should().BeGreaterThan(findings.Kinds["votes refused"] / 50);
    }

    [Fact]
    public void In_random_worlds_nobody_who_had_a_hand_in_it_approves()
    {
        var findings = new SegregationPromise(people: 3).Random(Seed, Random);
        output.WriteLine(FormattableString.Invariant($"seed {Seed}: {findings}"));

        findings.Told.Should().BeEmpty();
        findings.Kinds.Should().HaveCount(9).And.OnlyContain(kind => kind.Value > Random / 20);
    }
}
