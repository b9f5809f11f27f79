namespace ChangeRelease.Domain.ICalendar.Tests.RealCases;

/// <summary>A test on real cases that are no part of the project; where they are not, it is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string file) => Skip = File.Exists(Find(file)) ? null : $"There is no ../shared/data/{file} beside the repository.";

    public static string Find(string file)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "ChangeRelease.Domain.sln")))
        {
            at = at.Parent;
        }

        return Path.Combine(at?.Parent?.FullName ?? string.Empty, "shared", "data", file);
    }
}
