//line /in/q.go:1:1
package p; import store "example.com/n/driver"; import redis "example.com/n/go-redis"; import other "example.com/n/redis"/*line :1:10*/

func Q(driver int) {
//line /patch/example.com/p/patch.go:21:20
{
	println(driver, store.Open(), redis.Get(), other.Get())
}

//line /in/q.go:3:21
 println(driver) }
