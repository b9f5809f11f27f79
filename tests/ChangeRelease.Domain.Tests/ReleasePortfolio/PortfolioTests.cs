using System.Text.Json;
using System.Xml.Linq;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Scheduling;
using NodaTime;
using NodaTime.Text;
using ReleasePortfolio;

namespace ChangeRelease.Domain.Tests.ReleasePortfolio;

/// <summary>The sample that plans a year of releases.</summary>
public sealed class PortfolioTests
{
    private static readonly LocalDate _from = new(2026, 4, 1);
    private static readonly LocalDate _until = new(2027, 1, 1);

    [Fact]
    public void It_tells_the_plan_what_is_left_out_why_and_what_would_move()
    {
        var told = Told(out var files);

        told.Should().Contain("45 of 46 rollouts are planned.")
            .And.Contain("left out\n")
            .And.Contain("python 3.14.9 americas after python 3.14.9 europe by at least 7 d")
            .And.Contain("Frozen by freeze 'Year end' from 2026-12-14 00:00 to 2027-01-04 00:00 America/New_York")
            .And.Contain("Frozen by freeze 'Summer break' from 2026-08-03 00:00 to 2026-08-17 00:00 Europe/Berlin")
            .And.Contain("  python 3.14.5 asia-pacific: Mon 05-11 02:00 CEST → Mon 05-25 02:00 CEST\n")
            .And.Contain("  Nothing else moves.\n");
        told.Should().NotContain("\t").And.NotContain(" \n");
        files.Should().BeEquivalentTo("plan.mmd", "plan.svg", "april.svg", "americas.svg");
    }

    [Fact]
    public void It_tells_the_same_each_time() => Told(out _).Should().Be(Told(out _));

    [Fact]
    public void Every_rollout_is_in_a_window_of_its_region_at_work_and_in_order()
    {
        var portfolio = new Portfolio(VersionFile.Read());
        var plan = Planner.Plan(portfolio.ToProblem());
        foreach (var version in portfolio.Versions)
        {
            var earliest = version.OutOn.PlusDays(1).AtStartOfDayInZone(Portfolio.Zone).ToInstant();
            foreach (var region in Portfolio.RegionsOf(version))
            {
                if (plan.Find(Portfolio.IdOf(version, region)) is not { } planned)
                {
                    continue;
                }

                region.Calendar.Judge(planned.Slot, region.Question).IsOpen.Should().BeTrue("{0}", planned);
                region.Hours.Sessions(planned.Slot).Contains(new Slot(planned.Work.Start, planned.Slot.End)).Should().BeTrue("{0}", planned);
                planned.Slot.Start.Should().BeGreaterThanOrEqualTo(earliest);
                earliest = planned.Slot.End + Duration.FromDays(7);
            }
        }
    }

    [SharedDataFact("releases/python_releases.json")]
    public void Its_facts_about_Python_are_those_of_the_project()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Place("releases/python_releases.json")));
        var published = document.RootElement.GetProperty("release").EnumerateObject()
            .SelectMany(line => line.Value.EnumerateArray())
            .Select(entry => (Version: entry.GetProperty("stage").GetString()!.Replace(" candidate ", "-rc.", StringComparison.Ordinal).Replace(" final", string.Empty, StringComparison.Ordinal), Day: Day(entry.GetProperty("date"))))
            .Where(entry => IsMeant(entry.Version, entry.Day));

        Facts("python").Should().BeEquivalentTo(published);
    }

    [SharedDataFact("releases/kubernetes_release_milestones.json")]
    public void Its_facts_about_Kubernetes_are_those_of_the_project()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Place("releases/kubernetes_release_milestones.json")));
        var published = document.RootElement.EnumerateArray()
            .Where(entry => entry.GetProperty("what").GetString() is { } what && what.StartsWith('v') && what.EndsWith(" released", StringComparison.Ordinal))
            .Select(entry => (Version: entry.GetProperty("what").GetString()![1..].Split(' ')[0], Day: Day(entry.GetProperty("dates")[0].GetProperty("date"))))
            .Where(entry => IsMeant(entry.Version, entry.Day));

        Facts("kubernetes").Should().BeEquivalentTo(published);
    }

    private static IEnumerable<(string Version, LocalDate? Day)> Facts(string product) =>
        VersionFile.Read().Where(version => version.Product == product).Select(version => (version.Version, (LocalDate?)version.OutOn));

    // Neither alpha nor beta, and within the year that is planned.
    private static bool IsMeant(string version, LocalDate? day) =>
        day > _from && day < _until && !version.Contains("alpha", StringComparison.Ordinal) && !version.Contains("beta", StringComparison.Ordinal);

    private static LocalDate? Day(JsonElement date) => LocalDatePattern.Iso.Parse(date.GetString()!).TryGetValue(default, out var day) ? day : null;

    private static string Told(out IReadOnlyList<string> files)
    {
        var folder = Directory.CreateTempSubdirectory("release-portfolio-");
        try
        {
            using var output = new StringWriter { NewLine = "\n" };
            Tour.Run(output, folder.FullName).Should().Be(0);
            files = [.. folder.GetFiles().Select(file => file.Name)];
            folder.GetFiles("*.svg").Should().AllSatisfy(file => XDocument.Load(file.FullName).Root!.Name.LocalName.Should().Be("svg"));
            return output.ToString().Replace(folder.FullName, "FOLDER", StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
