using System.Reflection;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.Releases.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Releases;

/// <summary>Material is everything that is not said to be immaterial, new fields too (S-23).</summary>
public sealed class ReleaseContentTests
{
    private static readonly string[] Immaterial = ["Title", "Notes", "Tags"];

    public static TheoryData<string> Fields => [.. typeof(ReleaseContent).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Each_field_is_immaterial_or_changes_the_digest(string field)
    {
        var property = typeof(ReleaseContent).GetProperty(field)!;
        var edited = Crew.Content with { };
        property.SetValue(edited, Other(property.PropertyType));
        edited.Should().NotBe(Crew.Content);

        var before = new Voyage();
        var after = new Voyage().Do(before.By(Crew.Ed, new AmendRelease(edited)));

        after.Refusals.Should().BeEmpty();
        var amended = (ReleaseAmended)after.Events.Single();
        amended.Fields.Should().Equal(field);
        (amended.Header.Content == before.Release.Digest).Should().Be(Immaterial.Contains(field));
    }

    private static object Other(Type type) => type switch
    {
        _ when type == typeof(string) => "another",
        _ when type == typeof(SemanticVersion) => SemanticVersion.Parse("2.5.0"),
        _ when type == typeof(ReleaseType) => ReleaseType.Hotfix,
        _ when type == typeof(Effort) => new Effort(Duration.Zero, Duration.FromHours(1), Duration.Zero),
        _ when type == typeof(ValueList<string>) => (ValueList<string>)["another"],
        _ when type == typeof(Duration?) => Duration.FromDays(3),
        _ when type == typeof(ValueList<Criterion>) => (ValueList<Criterion>)[new(CriterionPoint.Go, Gate.Tests("other"))],
        _ when type == typeof(RolloutPlan) => Crew.Canary with { RollbackWindow = null },
        _ when type == typeof(ValueList<ChangeId>) => (ValueList<ChangeId>)[new("other")],
        _ when type == typeof(Package) => Crew.Built("other", Crew.Opening),
        _ when type == typeof(ValueList<ConfigurationVersion>) => (ValueList<ConfigurationVersion>)[new(new EnvironmentId("other"), "1", Digest.Zero)],
        _ when type == typeof(ValueList<ServiceId>) => (ValueList<ServiceId>)[new("other")],
        _ when type == typeof(ValueList<EnvironmentId>) => (ValueList<EnvironmentId>)[new("other")],
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Say how such a field is edited."),
    };
}
