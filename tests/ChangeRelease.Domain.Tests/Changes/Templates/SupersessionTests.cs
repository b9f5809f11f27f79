using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Templates;

/// <summary>What becomes of changes under earlier versions when a later one is published (S-31).</summary>
public sealed class SupersessionTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("FallBack", 2)]
    [InlineData("GoOn", null)]
    [InlineData("GoOn GoOn", null)]
    [InlineData("GoOn FallBack", 3)]
    [InlineData("FallBack GoOn", 2)]
    public void An_earlier_version_holds_only_if_every_later_one_lets_it_go_on(string later, int? supersededBy)
    {
        var play = new Play().Publish();
        foreach (var word in later.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            play.Publish(Play.Content with { EarlierVersions = Enum.Parse<EarlierVersions>(word) });
        }

        TemplateStanding.Of(play.Template, null, new TemplatePin(Play.Id, 1), Cast.Opening).SupersededBy.Should().Be(supersededBy);
        TemplateStanding.Of(play.Template, null, null, Cast.Opening).SupersededBy.Should().BeNull();
    }

    [Fact]
    public void A_change_in_flight_is_judged_by_the_version_that_it_was_submitted_under()
    {
        var play = new Play().Publish().Publish(Play.Content with { Services = [], MaximumUses = null, EarlierVersions = EarlierVersions.GoOn } with { Services = [new("mail")] });

        var pinned = TemplateStanding.Of(play.Template, new("CHG-1"), new TemplatePin(Play.Id, 1), Cast.Opening);
        var latest = TemplateStanding.Of(play.Template, new("CHG-1"), null, Cast.Opening);

        (pinned.Version, pinned.UsesLeft).Should().Be((1, 5));
        pinned.Services.Should().Equal(Play.Content.Services);
        (latest.Version, latest.UsesLeft, latest.HoldsUse).Should().Be((2, null, null));
        latest.Services.Should().Equal(new Domain.Foundation.ServiceId("mail"));
    }

    [Fact]
    public void A_pin_to_a_version_that_is_not_there_stands_for_nothing()
    {
        var standing = TemplateStanding.Of(new Play().Publish().Template, null, new TemplatePin(Play.Id, 7), Cast.Opening);

        (standing.IsPublished, standing.Version).Should().Be((false, 7));
    }
}
