using ChangeRelease.Domain.Tests.House;

namespace ChangeRelease.Domain.Tests;

/// <summary>Cases that others published, beside the checkout where they are.</summary>
internal static class SharedData
{
    private static readonly string _folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data"));

    public static string Place(string file) => Path.Combine(_folder, file);

    public static string? AbsenceOf(string file) => File.Exists(Place(file)) ? null : $"There is no ../shared/data/{file} beside this checkout.";
}

/// <summary>A test over a file of published cases; skipped, by name, where the file is not.</summary>
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string file) => Skip = SharedData.AbsenceOf(file);
}
