using System.Text;
using ChangeRelease.Domain.Lifecycles;

namespace ChangeRelease.Domain.Tests.Lifecycles.Documents;

/// <summary>Documents within every limit that make as much work as they can: each reading is held to its steps and its memory.</summary>
public sealed class BoundsTests
{
    private const int States = 1_000;

    [Fact]
    public void Ten_thousand_rows_that_are_all_wrong() => ShouldTell(
        "lifecycle.phase.backwards",
        [.. Enumerable.Range(0, 9_990).Select(row => $"{{\"from\":\"s{row % 999}\",\"on\":\"t{row / 999}\",\"to\":\"s{(row * 7) % 500}\"}}")]);

    [Fact]
    public void Ten_thousand_rows_back_to_everywhere() => ShouldTell(
        "lifecycle.origin.missing",
        [.. Enumerable.Range(0, 4_990).Select(row => $"{{\"from\":\"s{row % 998}\",\"on\":\"t{row / 998}\",\"sideDoor\":true,\"by\":\"came from\",\"ways\":[{{\"to\":\"s{row % 7}\"}}]}}")]);

    [Fact]
    public void Ten_thousand_requirements_with_arguments_of_their_own() => ShouldTell(
        "lifecycle.state.unreachable",
        [.. Enumerable.Range(0, 9_000).Select(row => $"{{\"from\":\"s{row % 998}\",\"on\":\"t{row / 998}\",\"stay\":true,\"needs\":[{{\"code\":\"trial.lead.short\",\"with\":{{\"days\":{row}}}}}]}}")]);

    [Fact]
    public void One_row_for_a_thousand_states_again_and_again() => ShouldTell(
        "lifecycle.transition.repeated",
        [.. Enumerable.Repeat($"{{\"from\":[{string.Join(",", Enumerable.Range(0, 999).Select(state => $"\"s{state}\""))}],\"on\":\"t0\",\"stay\":true,\"needs\":[{string.Join(",", Enumerable.Repeat("\"trial.requirement.r0\"", 18))}]}}", 10)],
        Spoiling.BytesForLargestTable);

    [Fact]
    public void Names_that_are_all_nearly_right() => ShouldTell(
        "lifecycle.document.state-unknown",
        [.. Enumerable.Range(0, 9_000).Select(row => $"{{\"from\":\"ss{row % 998}\",\"on\":\"t{row / 998}\",\"stay\":true}}")]);

    private static void ShouldTell(string code, string[] rows, int forAll = Spoiling.BytesForAll)
    {
        var states = string.Join(",", Enumerable.Range(0, States).Select(state => $"{{\"name\":\"s{state}\",\"phase\":\"{(state < 500 ? "Preparation" : "Ready")}\"}}"));
        var triggers = string.Join(",", Enumerable.Range(0, 10).Select(trigger => $"\"t{trigger}\""));
        var document = Encoding.UTF8.GetBytes($"{{\"format\":\"{LifecycleDocument.Format}\",\"id\":\"large\",\"version\":1,\"states\":[{states}],\"start\":\"s0\",\"ends\":[\"s999\"],\"triggers\":[{triggers}],\"transitions\":[{string.Join(",", rows)}]}}");

        var reading = Spoiling.Read(document, forAll: forAll);

        reading.Faults.Should().HaveCount(201);
        reading.Faults.Should().Contain(fault => fault.Code == code);
    }
}
