using System.Text.Json;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.History;
using ChangeRelease.Domain.Releases;
using NodaTime;
using QuickStart;
using QuickStart.Input;
using QuickStart.Journeys;

namespace ChangeRelease.Domain.Tests.QuickStart;

/// <summary>What a stranger sees who types one command.</summary>
public sealed class DefaultRunTests
{
    [Fact]
    public async Task Every_change_and_the_release_come_to_their_end()
    {
        var tale = await PlayAsync();

        tale.IsDone.Should().BeTrue();
        tale.Changes.Select(told => (told.Story.Kind, told.Change!.Status)).Should().Equal(
            ("normal", ChangeStates.Closed),
            ("standard", ChangeStates.Closed),
            ("pre-approved", ChangeStates.Closed),
            ("emergency", ChangeStates.Closed),
            ("retrospective", ChangeStates.Closed));
        tale.Releases.Should().ContainSingle().Which.Release!.Status.Should().Be(ReleaseStates.Completed);
    }

    [Fact]
    public async Task Slots_land_on_both_sides_of_the_clock_change()
    {
        var tale = await PlayAsync();

        tale.Changes[1].Change!.Slots.Single().Start.Should().Be(Instant.FromUtc(2026, 10, 29, 7, 0), "midnight in San Francisco is 07:00 UTC while it is summer");
        tale.Changes[3].Change!.Slots.Single().Start.Should().Be(Instant.FromUtc(2026, 11, 1, 8, 20), "the emergency starts before the clocks go back");
        tale.Releases[0].Release!.Slots.Single().Start.Should().Be(Instant.FromUtc(2026, 11, 3, 19, 0), "11:00 in San Francisco is 19:00 UTC once it is winter");
        tale.Changes[0].Change!.Slots.Should().Equal(tale.Releases[0].Release!.Slots);
        tale.Changes[2].Change!.Slots.Should().Equal(tale.Releases[0].Release!.Slots);
    }

    [Fact]
    public async Task Every_history_is_an_intact_chain()
    {
        var tale = await PlayAsync();

        tale.Changes.Select(told => told.History).Concat(tale.Releases.Select(told => told.History))
            .Should().HaveCount(6).And.OnlyContain(history => history.Count > 5 && HashChain.Verify(history).IsIntact);
    }

    [Fact]
    public async Task The_text_shows_a_refused_delegate_with_the_chain() =>
        (await Told()).Should().Contain("fatou had a hand in it and cannot judge it (fatou: delegate (bo → fatou) of bo, requester;");

    [Fact]
    public async Task The_text_shows_an_approval_that_an_edit_voided() =>
        (await Told()).Should().Contain("REFUSED: dmitri votes on what it said before the amendment");

    [Theory]
    [InlineData("change.assessment.assessor-not-able")]
    [InlineData("change.authorization.voter-contributed")]
    [InlineData("change.authorization.approvals-missing")]
    [InlineData("change.authorization.vote-sees-other-content")]
    [InlineData("change.slot.frozen")]
    [InlineData("change.start.outside-slot")]
    [InlineData("change.review.missing")]
    [InlineData("change.emergency.same-person")]
    [InlineData("change.debt.not-overdue")]
    [InlineData("change.debt.nothing-to-escalate")]
    [InlineData("change.ratification.voter-contributed")]
    [InlineData("release.tests.of-other-content")]
    [InlineData("release.stage.not-next")]
    [InlineData("release.changes.not-authorized")]
    public async Task The_text_shows_a_refusal_with_its_reason(string code) =>
        (await Sample.RunAsync()).Output.Split('\n').Should().Contain($"      ! {code}");

    [Fact]
    public async Task A_material_amendment_voids_the_approval()
    {
        var tale = await PlayAsync();

        tale.Changes[0].Story.Attempts.Should().ContainSingle(attempt => attempt.What == "amends the back-out plan").Which.State.Should().Be("Assessing");
        tale.Changes[0].History.Count(record => record.Type == "change-authorized").Should().Be(2);
    }

    [Fact]
    public async Task The_text_tells_times_in_both_offsets_and_fits_a_terminal()
    {
        var printed = await Sample.RunAsync();

        printed.Exit.Should().Be(App.Done);
        printed.Errors.Should().BeEmpty();
        printed.Output.Should().Contain("Thu 2026-10-29 00:00 to 00:30:30 PDT (UTC-07)").And.Contain("Tue 2026-11-03 11:00 to 12:45:30 PST (UTC-08)");
        printed.Output.Should().Contain("Sun 2026-11-01 01:20 PDT (UTC-07) to 01:20 PST (UTC-08)").And.EndWith("  Everything came to its end.\n");
        printed.Output.Split('\n').Should().OnlyContain(line => line.Length <= 80);
    }

    [Fact]
    public async Task Two_runs_print_the_same()
    {
        (await Sample.RunAsync()).Should().Be(await Sample.RunAsync());
        (await Sample.RunAsync("--format", "json")).Should().Be(await Sample.RunAsync("--format", "json"));
    }

    [Fact]
    public async Task The_document_holds_the_same_story()
    {
        var printed = await Sample.RunAsync("--format", "json");
        using var document = JsonDocument.Parse(printed.Output);
        var root = document.RootElement;

        printed.Exit.Should().Be(App.Done);
        root.GetProperty("format").GetInt32().Should().Be(1);
        root.GetProperty("done").GetBoolean().Should().BeTrue();
        root.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("state").GetString()).Should().HaveCount(5).And.OnlyContain(state => state == "Closed");
        root.GetProperty("releases")[0].GetProperty("slots")[0].GetProperty("start").GetProperty("local").GetString().Should().Be("2026-11-03T11:00:00-08:00");
        root.GetProperty("releases")[0].GetProperty("notes").GetString().Should().Contain("Search by section");
        root.GetProperty("diagram").GetProperty("mermaid").GetString().Should().StartWith("stateDiagram-v2");
    }

    [Fact]
    public void The_files_are_read_as_they_say()
    {
        var faults = new Faults();
        var inputs = Inputs.Read(Options.Ordinary, faults)!;

        faults.Count.Should().Be(0);
        inputs.Start.Should().Be(Instant.FromUtc(2026, 10, 28, 16, 0));
        inputs.Calendar.Calendar.Rules.Should().HaveCount(19);
        inputs.Calendar.Calendar.Otherwise.Should().Be(CalendarDefault.ClosedByDefault);
        inputs.Changes.Changes[0].Content.Effort!.Total.Should().Be(Duration.FromMinutes(75));
        inputs.Changes.Changes[2].Content.AcceptableTimes.Single().Start.Should().Be(Instant.FromUtc(2026, 11, 1, 7, 0));
        inputs.Changes.Changes[2].Content.AcceptableTimes.Single().End.Should().Be(Instant.FromUtc(2026, 11, 15, 8, 0), "the clocks went back in between");
        inputs.Changes.Releases[0].Content.Changes.Should().Equal(new ChangeId("CHG-1"), new ChangeId("CHG-3"));
    }

    private static Task<Tale> PlayAsync() => Play.RunAsync(Inputs.Read(Options.Ordinary, new Faults())!);

    // The text as it reads, whatever its lines.
    private static async Task<string> Told() => string.Join(' ', (await Sample.RunAsync()).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
