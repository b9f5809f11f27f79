using ChangeRelease.Domain.Fuzz;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.ICalendar.Tests.Fuzz;

/// <summary>The targets of the fuzzer on the seeds and on inputs drawn from them: always the same ones (P17, in small).</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Inputs = 6_000;

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_seed_is_read_and_written_back_as_the_same(string name)
    {
        var target = FuzzTargets.Find(name)!;

        FuzzTargets.Corpus(target).Should().HaveCountGreaterThan(4).And.OnlyContain(seed => target.Try(seed));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Whatever_the_bytes_nothing_is_thrown_and_what_is_read_is_written_back_as_the_same(string name)
    {
        var target = FuzzTargets.Find(name)!;
        var mutations = new Mutations(FuzzTargets.Corpus(target), seed: 20261128);

        var read = Enumerable.Range(0, Inputs).Count(_ => target.Try(mutations.Next()));

        output.WriteLine($"{name}: {read} of {Inputs} read");
        read.Should().BeInRange(Inputs / 20, Inputs * 19 / 20, "both ways are walked");
    }
}
