using ChangeRelease.Domain.Testing.Tests.Stores.Faults;

namespace ChangeRelease.Domain.Testing.Tests.Stores;

/// <summary>The contract bites (P20).</summary>
public sealed class FaultyStoreTests
{
    public static TheoryData<int, string> Rows()
    {
        var rows = new TheoryData<int, string>();
        foreach (var (fault, at) in AllFaults.All.Select((fault, at) => (fault, at)))
        {
            rows.Add(at, fault.ToString());
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Every_faulty_store_is_caught_by_the_checks_that_are_there_for_it(int row, string fault)
    {
        var report = await AllFaults.All[row].Contract.RunAsync();

        report.IsKept.Should().BeFalse(fault);
        report.Broken.Select(verdict => verdict.Check.Code).Should().Contain(AllFaults.All[row].Codes, fault);
        report.Broken.Should().OnlyContain(verdict => verdict.Breach!.Did.Length > 0 && verdict.Breach.Due.Length > 0);
    }

    // What a fault names is what the test above demands of it; so a check that no fault names is idle.
    [Fact]
    public void No_check_is_idle() => AllFaults.All.SelectMany(fault => fault.Codes).Distinct()
        .Should().BeEquivalentTo(StoreContract.AllChecks.Select(check => check.Code));

    [Fact]
    public void There_are_27_faults() => AllFaults.All.Select(fault => fault.Number).Distinct().Should().Equal(Enumerable.Range(1, 27));

    [Fact]
    public void The_codes_of_checks_are_their_names() => StoreContract.AllChecks.Select(check => check.Code).Should().OnlyHaveUniqueItems();
}
