using System.Diagnostics;
using ChangeRelease.Domain.Tests.Changes.Matrices;
using Xunit.Abstractions;

namespace ChangeRelease.Domain.Tests.Changes.Journeys;

/// <summary>A million commands on changes of one model: usually the expected step, sometimes anything, sometimes bad facts.</summary>
public abstract class JourneyTests
{
    private const int Commands = 1_000_000;
    private const int Floor = 1_000;

    private readonly ITestOutputHelper _output;
    private readonly string _model;
    private readonly string _goal;

    private protected JourneyTests(ITestOutputHelper output, string model, string goal) => (_output, _model, _goal) = (output, model, goal);

    [Fact]
    public void A_million_commands_never_leave_the_matrix_and_take_all_of_it()
    {
        var (seed, clock) = (20_261_102 + _model.Length, Stopwatch.StartNew());
        var wandering = new Wandering(_model, _goal, seed);
        wandering.Go(Commands);
        var (journal, journeys, arrived) = (wandering.Journal, wandering.Journeys, wandering.Arrived);

        var least = Matrix.Of[_model].Cells
            .SelectMany(cell => cell.Answers.Select(answer => (Cell: cell, answer.Case, Taken: journal.TakenIn(cell.State, cell.Trigger, answer.Case))))
            .OrderBy(entry => entry.Taken)
            .ToList();
        _output.WriteLine(FormattableString.Invariant($"{_model}: seed {seed}, {wandering.Commands} commands, {journal.Accepted} accepted, {journeys} journeys, {100 * arrived / journeys} % reached {_goal}, {clock.ElapsedMilliseconds} ms"));
        _output.WriteLine($"least taken: {string.Join("; ", least.Take(5).Select(entry => FormattableString.Invariant($"{entry.Cell.Trigger} in {entry.Cell.State} {entry.Case} {entry.Taken}")))}");
        _output.WriteLine($"refused: {string.Join(", ", journal.Codes.OrderByDescending(entry => entry.Value).Select(entry => FormattableString.Invariant($"{entry.Key} {entry.Value}")))}");

        journal.Wrong.Should().BeEmpty();
        least.Should().NotBeEmpty().And.OnlyContain(entry => entry.Taken >= Floor);
        (100 * arrived / journeys).Should().BeGreaterThanOrEqualTo(20);
    }
}

public sealed class NormalJourneys(ITestOutputHelper output) : JourneyTests(output, "normal", "Implementing");

public sealed class StandardJourneys(ITestOutputHelper output) : JourneyTests(output, "standard", "Implementing");

public sealed class PreApprovedJourneys(ITestOutputHelper output) : JourneyTests(output, "pre-approved", "Implementing");

public sealed class EmergencyJourneys(ITestOutputHelper output) : JourneyTests(output, "emergency", "Implementing");

/// <summary>There is no Implementing here: what was done was done before. Reviewing counts instead.</summary>
public sealed class RetrospectiveJourneys(ITestOutputHelper output) : JourneyTests(output, "retrospective", "Reviewing");
