//line /patch/example.com/p/each.go:1:1
package p

                        

var mocked func(name string) []interface{}

                                   
                 
          
                   
                                                                       
                                      
             
    
   
  
 

                         
               
                      
                                          
           
       
 
