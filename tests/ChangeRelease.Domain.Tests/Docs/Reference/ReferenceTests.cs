using System.Text;
using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Lifecycles;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Tests.House;

namespace ChangeRelease.Domain.Tests.Docs.Reference;

public sealed class ReferenceTests
{
    private const string Cure = "UPDATE_DOCS=1 dotnet test --filter FullyQualifiedName~Tests.Docs";

    private static readonly (string Name, Func<string> Write)[] Generated =
    [
        ("docs/reference/lifecycles.md", LifecyclePage.Write),
        ("docs/reference/refusals.md", RefusalPage.Write),
        ("docs/reference/lifecycle.schema.json", () => Encoding.UTF8.GetString(LifecycleDocument.Schema())),
        ("docs/reference/approvals.schema.json", () => Encoding.UTF8.GetString(ApprovalDocument.Schema())),
        ("docs/reference/assessment.schema.json", () => Encoding.UTF8.GetString(AssessmentDocument.Schema())),
        ("docs/reference/priorities.schema.json", () => Encoding.UTF8.GetString(PriorityDocument.Schema())),
        ("docs/reference/derivation.schema.json", () => Encoding.UTF8.GetString(DerivationDocument.Schema())),
        ("docs/reference/dependencies.schema.json", () => Encoding.UTF8.GetString(DependencyDocument.Schema())),
        ("docs/reference/business-calendar.schema.json", () => Encoding.UTF8.GetString(BusinessCalendarDocument.Schema())),
    ];

    [Fact]
    public void The_generated_pages_say_what_the_library_is()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            foreach (var (name, write) in Generated)
            {
                File.WriteAllText(Place(name), write());
            }
        }

        Generated
            .Where(page => !File.Exists(Place(page.Name)) || File.ReadAllText(Place(page.Name)).ReplaceLineEndings("\n") != page.Write())
            .Select(page => $"{page.Name} is stale. Write it anew with: {Cure}")
            .ShouldBeNone();
    }

    private static string Place(string name) => Path.Combine(Repository.Root, name);
}
