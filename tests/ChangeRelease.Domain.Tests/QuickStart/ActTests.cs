using QuickStart.Acts;

namespace ChangeRelease.Domain.Tests.QuickStart;

/// <summary>What is shown beside the story of the files.</summary>
public sealed class ActTests
{
    [Fact]
    public async Task A_pre_approval_lapses_and_the_change_in_flight_falls_back()
    {
        var attempts = (await LapsedPreApproval.PlayAsync()).Attempts;

        attempts.Where(attempt => attempt.IsRefused).Select(attempt => attempt.What).Should().Equal("submits CHG-22, nobody is asked again", "starts CHG-22");
        attempts.Single(attempt => attempt.What == "starts CHG-22").Refusals.Should().ContainSingle().Which.Facts.Should().Contain(fact => fact.Name == "lapse" && fact.Value == "budget-exhausted");
        (attempts[^1].What, attempts[^1].State).Should().Be(("sweeps: CHG-22 falls back to a normal change", "Assessing"));
    }

    [Fact]
    public async Task The_text_shows_it() =>
        (await Sample.RunAsync()).Output.Should().Contain("A pre-approval lapsed and fell back").And.Contain("! change.template.lapsed");
}
