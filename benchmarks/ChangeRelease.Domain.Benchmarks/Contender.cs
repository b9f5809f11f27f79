namespace ChangeRelease.Domain.Benchmarks;

/// <summary>One of those that are measured side by side: a name, and the work of one operation.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Work">Does the work so many times, and returns something made from the results, so that none can be left out.</param>
internal sealed record Contender(string Name, Func<int, int> Work)
{
    /// <summary>One whose work is done again and again.</summary>
    /// <param name="name">What the report calls it.</param>
    /// <param name="once">Does the work once, and returns something made from the result.</param>
    public static Contender Of(string name, Func<int> once) => new(name, operations =>
    {
        var sum = 0;
        for (var at = 0; at < operations; at++)
        {
            sum += once();
        }

        return sum;
    });
}
